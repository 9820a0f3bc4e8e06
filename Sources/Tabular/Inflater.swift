import CZlib

/// Decompresses deflate data (RFC 1951) piece by piece.
///
/// The only code of this target that calls zlib.
@safe final class Inflater {
  enum Wrapping {
    /// A member of a gzip file, whose checksum zlib verifies (RFC 1952).
    case gzip
    /// The bare data, as in a zip file.
    case none

    /// The largest window, and what zlib adds to it for the wrapping.
    fileprivate var windowBits: Int32 { self == .gzip ? 15 + 16 : -15 }
  }

  enum Step {
    /// There may be more to come.
    case more
    /// The data has ended, perhaps before the end of the input.
    case ended
    case damaged
  }

  private let stream: UnsafeMutablePointer<z_stream>

  /// Nil if there is not enough memory.
  init?(_ wrapping: Wrapping) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    if unsafe tabular_inflate_init(stream, wrapping.windowBits) != Z_OK {
      unsafe stream.deallocate()
      return nil
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Starts over with other data of the same wrapping.
  func restart() { unsafe inflateReset(stream) }

  /// Reads from `input` and writes to `output`, each from its index on, and advances the indices.
  func inflate(
    _ input: [UInt8], _ inputIndex: inout Int, to inputEnd: Int, into output: inout [UInt8],
    _ outputIndex: inout Int
  ) -> Step {
    let room = min(output.count - outputIndex, 1 << 30)
    let given = min(inputEnd - inputIndex, 1 << 30)
    let code = unsafe input.withUnsafeBufferPointer { from in
      unsafe output.withUnsafeMutableBufferPointer { to in
        // zlib only reads through this pointer, though its type says otherwise.
        unsafe stream.pointee.next_in = UnsafeMutablePointer(
          mutating: from.baseAddress?.advanced(by: inputIndex))
        unsafe stream.pointee.avail_in = UInt32(given)
        unsafe stream.pointee.next_out = to.baseAddress?.advanced(by: outputIndex)
        unsafe stream.pointee.avail_out = UInt32(room)
        return unsafe CZlib.inflate(stream, Z_NO_FLUSH)
      }
    }
    inputIndex += given - Int(unsafe stream.pointee.avail_in)
    outputIndex += room - Int(unsafe stream.pointee.avail_out)
    switch code {
    case Z_OK, Z_BUF_ERROR: return .more
    case Z_STREAM_END: return .ended
    default: return .damaged
    }
  }

  /// The CRC-32 of bytes that follow those of `sum`, which is 0 before the first.
  static func checksum(_ sum: UInt32, _ bytes: [UInt8], count: Int) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      UInt32(truncatingIfNeeded: unsafe crc32(UInt(sum), buffer.baseAddress, UInt32(count)))
    }
  }
}
