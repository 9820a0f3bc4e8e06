import CFile
import Glibc

extension FileSystem {
  /// Which file it is, whatever its name.
  struct Identity: Hashable {
    let device: UInt64
    /// The number of the file, which another one may get once the file is deleted.
    let number: UInt64
    /// When the file was made, in nanoseconds; 0 where the file system does not say.
    let birth: Int64
  }

  /// What the system says of a file.
  struct Status {
    enum Kind { case file, folder, link, other }

    let identity: Identity
    let kind: Kind
    /// How many names it has.
    let names: Int
    let bytes: Int64
    let access: FileAccess

    fileprivate init(_ status: stat, birth: Int64) {
      identity = Identity(
        device: UInt64(status.st_dev), number: UInt64(status.st_ino), birth: birth)
      kind =
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
      names = Int(status.st_nlink)
      bytes = Int64(status.st_size)
      access = FileAccess(
        mode: status.st_mode & 0o666, owner: status.st_uid, group: status.st_gid)
    }
  }

  /// What is at a path, or at the end of a link there; `nil` for nothing.
  static func status(of path: String) -> Status? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return Status(status, birth: unsafe cfile_birth(path, 1))
  }

  /// What is at a path itself; `nil` for nothing.
  static func statusOfName(_ path: String) -> Status? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    return Status(status, birth: unsafe cfile_birth(path, 0))
  }

  /// What an open file is, without when it was made.
  static func status(ofDescriptor descriptor: Int32) -> Status? {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 ? Status(status, birth: 0) : nil
  }

  /// What a symbolic link says; `nil` where there is none.
  static func target(ofLink path: String) -> String? {
    var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe bytes.withUnsafeMutableBufferPointer { buffer -> Int in
      guard let start = buffer.baseAddress else { return -1 }
      return unsafe start.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
        unsafe readlink(path, $0, buffer.count)
      }
    }
    guard count > 0, count < bytes.count else { return nil }
    return String(validating: bytes[..<count], as: UTF8.self)
  }

  /// A path from the root, without links and without `.` and `..`; `nil` where nothing is there.
  ///
  /// Folders may have names that are not UTF-8.
  static func realPath(_ path: String) -> [UInt8]? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe Array(UnsafeBufferPointer(start: real, count: strlen(real)))
      .map(UInt8.init(bitPattern:))
  }
}

/// Who may read and write a file.
struct FileAccess: Equatable {
  /// The bits of reading and writing, as in chmod(2).
  let mode: UInt32
  let owner: UInt32
  let group: UInt32
}

extension FileSystem {
  /// Makes an empty file with the access of another one, whatever the process's mask.
  ///
  /// - Throws: ``Failure``, also where the name is in use.
  static func create(_ path: String, like access: FileAccess?) throws(Failure) {
    let descriptor = unsafe open(
      path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, access?.mode ?? 0o666)
    guard descriptor >= 0 else { throw .last() }
    defer { close(descriptor) }
    if let access { grant(access, on: descriptor) }
  }

  /// Gives a file the access of another one, as far as the process may.
  static func grant(_ access: FileAccess, on descriptor: Int32) {
    // Only the superuser gives files away; SQLite does the same with its log.
    if geteuid() == 0 { _ = fchown(descriptor, access.owner, access.group) }
    _ = fchmod(descriptor, access.mode)
  }
}
