import CCrypto

/// SHA-256 of bytes that arrive in pieces (FIPS 180-4).
///
/// The only code of this target that calls the C library.
@safe package final class SHA256 {
  /// A digest could not be computed.
  package struct Failure: Error, Equatable {}

  /// The length of a digest, in bytes.
  package static let length = 32

  private let context: OpaquePointer

  /// The algorithm's address, which never changes: libcrypto would look it up for each digest.
  private static let address = UInt(bitPattern: unsafe EVP_MD_fetch(nil, "SHA256", nil))
  private static var algorithm: OpaquePointer? { unsafe OpaquePointer(bitPattern: address) }

  /// The digest of bytes that are all at hand.
  ///
  /// - Throws: ``Failure`` if libcrypto fails.
  package static func digest(of bytes: [UInt8]) throws(Failure) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: length)
    guard let algorithm = unsafe algorithm else { throw Failure() }
    let code = unsafe bytes.withUnsafeBytes { input in
      unsafe digest.withUnsafeMutableBufferPointer { output in
        unsafe EVP_Digest(input.baseAddress, input.count, output.baseAddress, nil, algorithm, nil)
      }
    }
    guard code == 1 else { throw Failure() }
    return digest
  }

  /// Starts a digest.
  ///
  /// - Throws: ``Failure`` if libcrypto has no SHA-256 or no memory.
  package init() throws(Failure) {
    guard let algorithm = unsafe Self.algorithm, let context = unsafe EVP_MD_CTX_new() else {
      throw Failure()
    }
    unsafe self.context = context
    guard unsafe EVP_DigestInit_ex(context, algorithm, nil) == 1 else { throw Failure() }
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Adds bytes.
  ///
  /// - Throws: ``Failure`` if libcrypto fails.
  package func update(_ bytes: ArraySlice<UInt8>) throws(Failure) {
    let code = unsafe bytes.withUnsafeBytes { buffer in
      unsafe EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)
    }
    guard code == 1 else { throw Failure() }
  }

  /// Finishes and returns the digest of all bytes added; nothing can be added after it.
  ///
  /// - Throws: ``Failure`` if libcrypto fails.
  package func finish() throws(Failure) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Self.length)
    let code = unsafe digest.withUnsafeMutableBufferPointer { buffer in
      unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
    }
    guard code == 1 else { throw Failure() }
    return digest
  }
}
