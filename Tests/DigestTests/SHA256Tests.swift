import Digest
import Testing

@Suite struct SHA256Tests {
  /// FIPS 180-4 test vectors, as NIST publishes them.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `a text has the published digest`(text: String, expected: String) throws {
    #expect(try digest([Array(text.utf8)[...]]) == expected)
  }

  @Test func `bytes in pieces have the digest of the whole`() throws {
    let bytes = (0..<1000).map { UInt8($0 % 251) }
    let pieces = stride(from: 0, to: 1000, by: 7).map { bytes[$0..<min($0 + 7, 1000)] }
    #expect(try digest(pieces) == digest([bytes[...]]))
    #expect(try digest(pieces) != digest([bytes.dropLast()]))
  }

  private func digest(_ pieces: [ArraySlice<UInt8>]) throws -> String {
    let hash = try SHA256()
    for piece in pieces { try hash.update(piece) }
    return try hash.finish().map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
  }
}
