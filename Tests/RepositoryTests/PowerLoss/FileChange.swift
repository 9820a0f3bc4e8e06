import LedgerTesting
import TestSupport

/// A change of a file that a disk may lose until the file is synced.
enum FileChange: Sendable {
  case write(at: Int, [UInt8])
  case truncate(to: Int)

  /// A disk writes a sector whole or not at all.
  private static let sector = 512

  func apply(to file: inout [UInt8]) {
    switch self {
    case .write(let at, let bytes):
      let end = at + bytes.count
      if file.count < end { file += [UInt8](repeating: 0, count: end - file.count) }
      unsafe bytes.withUnsafeBytes { new in
        unsafe file.withUnsafeMutableBytes {
          unsafe UnsafeMutableRawBufferPointer(rebasing: $0[at..<end]).copyMemory(from: new)
        }
      }
    case .truncate(let size):
      if file.count > size {
        file.removeLast(file.count - size)
      } else {
        file += [UInt8](repeating: 0, count: size - file.count)
      }
    }
  }

  /// Applies it whole, in part, or not at all.
  func tear(_ file: inout [UInt8], using generator: inout SeededGenerator) {
    guard generator.chance(50) else { return }
    guard case .write(let at, let bytes) = self, bytes.count > Self.sector, generator.chance(25)
    else { return apply(to: &file) }
    var start = 0
    while start < bytes.count {
      let end = min(start + Self.sector - (at + start) % Self.sector, bytes.count)
      if generator.chance(50) {
        FileChange.write(at: at + start, Array(bytes[start..<end])).apply(to: &file)
      }
      start = end
    }
  }
}
