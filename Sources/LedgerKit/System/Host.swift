import Glibc
package import LedgerCore
import Tabular

/// What the library asks of the operating system: the only code of this target that calls the C
/// library.
package enum Host {
  /// Why bytes could not be written.
  package enum WriteFailure: Error {
    case closedPipe, failed(String)

    /// The reason, as the end of a sentence.
    package var reason: String {
      switch self {
      case .closedPipe: "its reader is gone"
      case .failed(let reason): reason
      }
    }
  }

  /// The time by the system's clock.
  package static func now() -> Instant {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    let milliseconds = Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    return Instant(milliseconds: milliseconds) ?? .latest
  }

  /// An environment variable, if it is set and not empty.
  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// What is the same for all names of a file: its device and its number there.
  struct FileIdentity: Hashable, Sendable {
    let device: UInt
    let number: UInt
  }

  /// The identity of what a path leads to; `nil` if there is nothing.
  static func identity(_ path: String) -> FileIdentity? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return FileIdentity(device: UInt(status.st_dev), number: UInt(status.st_ino))
  }

  /// The size of a file in bytes; `nil` if there is nothing.
  package static func size(ofFile path: String) -> Int64? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return Int64(status.st_size)
  }

  /// What stands in place of a plain file, in words; `nil` for a file, and for nothing.
  static func otherThanFile(_ path: String) -> String? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: nil
    case S_IFLNK: "a link"
    case S_IFDIR: "a folder"
    case S_IFIFO: "a pipe"
    default: "a device or a socket"
    }
  }

  // MARK: Reading

  /// The bytes of a small file; `nil` if it cannot be read or is larger than `limit`.
  package static func contents(of path: String, limit: Int) -> [UInt8]? {
    // C would stop at the NUL and open another file.
    guard !path.utf8.contains(0) else { return nil }
    // A FIFO that nobody writes to is empty.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { Glibc.close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while bytes.count <= limit {
      let count = unsafe buffer.withUnsafeMutableBytes { target in
        unsafe read(descriptor, target.baseAddress, target.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
    return nil
  }

  /// The names in a folder, in the order of their bytes; `nil` if there is no folder.
  package static func names(inFolder path: String) -> [String]? {
    guard let folder = unsafe opendir(path) else { return nil }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { bytes in
        unsafe bytes.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  // MARK: Writing

  /// Writes all bytes to a file descriptor.
  package static func write(
    _ bytes: ArraySlice<UInt8>, to descriptor: Int32
  ) throws(WriteFailure) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { throw .closedPipe }
        throw .failed(systemReason(errno))
      }
      written += count
    }
  }

  /// Writes all bytes to a file descriptor.
  package static func write(_ bytes: [UInt8], to descriptor: Int32) throws(WriteFailure) {
    try write(bytes[...], to: descriptor)
  }

  /// Creates a file, which must not exist, to write to.
  ///
  /// `book`: a file whose readers and writers are those of the new one, whatever the process's
  /// mask.
  package static func make(_ path: String, like book: String? = nil) throws(WriteFailure) -> Int32 {
    guard !path.utf8.contains(0) else { throw .failed("the name has a NUL") }
    let mode = book.flatMap(mode)
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode ?? 0o666)
    guard descriptor >= 0 else { throw .failed(systemReason(errno)) }
    if let mode { fchmod(descriptor, mode) }
    return descriptor
  }

  /// Who may read and write a file: the bits of chmod(2).
  private static func mode(_ path: String) -> mode_t? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status.st_mode & 0o666 : nil
  }

  /// Creates a folder, unless there is an empty one already.
  ///
  /// `book`: as for ``make(_:like:)``; who may read a file may list the folder.
  package static func makeFolder(_ path: String, like book: String) throws(WriteFailure) {
    guard !path.utf8.contains(0) else { throw .failed("the name has a NUL") }
    let mode = mode(book).map { $0 | ($0 & 0o444) >> 2 }
    if unsafe mkdir(path, mode ?? 0o777) == 0 {
      if let mode { unsafe chmod(path, mode) }
      return
    }
    let code = errno
    if code == EEXIST, names(inFolder: path) == [] { return }
    throw .failed(systemReason(code))
  }

  /// Waits until a file is on the disk; `true` for a pipe, too.
  package static func sync(_ descriptor: Int32) -> Bool {
    fsync(descriptor) == 0 || errno == EINVAL
  }

  /// Waits until the names in a folder are on the disk.
  package static func sync(folder path: String) -> Bool {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { Glibc.close(descriptor) }
    return fsync(descriptor) == 0
  }

  /// Closes a file descriptor.
  package static func close(_ descriptor: Int32) { Glibc.close(descriptor) }
}
