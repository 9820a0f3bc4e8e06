import Glibc

extension FileSystem {
  /// A mounted file system.
  struct Mount {
    /// Where it is mounted, as proc(5) writes it.
    fileprivate let point: [UInt8]
    /// Its type, such as `ext4` or `nfs4`.
    let type: String
    /// Whether it is mounted at the very path that was asked for: as a single file.
    let isFile: Bool
  }

  /// The file system that a file is on; `nil` where the system does not say.
  static func mount(of path: String) -> Mount? {
    guard let real = realPath(path), let table = contents("/proc/self/mountinfo") else {
      return nil
    }
    let path = escaped(real)
    var found: Mount?
    for line in table.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: " "))
      guard fields.count > 6, let end = fields.firstIndex(where: { $0.elementsEqual([0x2d]) }),
        end + 1 < fields.count, isFolder(fields[4], of: path)
      else { continue }
      // What is mounted later over the same point hides what was there.
      guard fields[4].count >= found?.point.count ?? 0 else { continue }
      found = Mount(
        point: Array(fields[4]), type: String(decoding: fields[end + 1], as: UTF8.self),
        isFile: fields[4].elementsEqual(path))
    }
    return found
  }

  /// Whether a path is that of another one, or of a folder in which that is.
  private static func isFolder(_ point: ArraySlice<UInt8>, of path: [UInt8]) -> Bool {
    let slash = UInt8(ascii: "/")
    return path.starts(with: point)
      && (point.count == path.count || point.last == slash || path[point.count] == slash)
  }

  /// A path as proc(5) writes it, with some bytes in octal.
  private static func escaped(_ path: [UInt8]) -> [UInt8] {
    path.flatMap { byte -> [UInt8] in
      switch byte {
      case 0x20: Array(#"\040"#.utf8)
      case 0x09: Array(#"\011"#.utf8)
      case 0x0a: Array(#"\012"#.utf8)
      case 0x5c: Array(#"\134"#.utf8)
      default: [byte]
      }
    }
  }

  /// The bytes of a file of the system.
  private static func contents(_ path: String) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe part.withUnsafeMutableBytes { buffer -> Int in
        guard let start = buffer.baseAddress else { return -1 }
        return unsafe read(descriptor, start, buffer.count)
      }
      guard count > 0 else { return count == 0 ? bytes : nil }
      bytes += part.prefix(count)
    }
  }
}
