/// Containers whose data is stored as it is, so that what is in them can be made up.
enum StoredData {
  /// A zip file.
  static func zip(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in files {
      let common =
        number(0, 8) + number(checksum(content), 4) + number(content.count, 4)
        + number(content.count, 4) + number(name.utf8.count, 2) + number(0, 2)
      directory += number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + common
      directory += number(0, 10) + number(bytes.count, 4) + Array(name.utf8)
      bytes += number(0x0403_4B50, 4) + number(20, 2) + common + Array(name.utf8) + content
    }
    let end =
      number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2) + number(files.count, 2)
      + number(directory.count, 4) + number(bytes.count, 4) + number(0, 2)
    return bytes + directory + end
  }

  /// A member of a gzip file, in blocks of so many bytes at most (RFC 1951, 3.2.4; RFC 1952).
  static func gzip(_ bytes: ArraySlice<UInt8>, blockSize: Int) -> [UInt8] {
    var result: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    var rest = bytes
    repeat {
      let block = rest.prefix(blockSize)
      rest = rest.dropFirst(blockSize)
      result += [rest.isEmpty ? 1 : 0] + number(block.count, 2) + number(~block.count, 2) + block
    } while !rest.isEmpty
    return result + number(checksum(Array(bytes)), 4) + number(bytes.count, 4)
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-32 (RFC 1952, section 8).
  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = ~0
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 0 ? sum >> 1 : sum >> 1 ^ 0xEDB8_8320 }
    }
    return Int(~sum)
  }
}
