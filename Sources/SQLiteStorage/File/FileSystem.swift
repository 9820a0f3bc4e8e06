import CFile
import Glibc

/// What the storage needs from the operating system.
///
/// Its files are the only code of this target that calls the C library.
@safe enum FileSystem {
  /// Why the operating system did not do something.
  struct Failure: Error, Equatable {
    let code: Int32

    static func last() -> Failure { Failure(code: errno) }

    /// It was not done in the time allowed.
    static let timeout = Failure(code: ETIMEDOUT)

    /// The operating system's own message.
    var reason: String { unsafe String(cString: strerror(code)) }
    var isFull: Bool { [ENOSPC, EDQUOT].contains(code) }
    var isForbidden: Bool { [EACCES, EROFS, EPERM].contains(code) }
    var isTaken: Bool { code == EEXIST }
    var isOtherDevice: Bool { code == EXDEV }

    /// The limit of the process or the system that was reached, if one was.
    var limit: String? {
      switch code {
      case EMFILE: "this process has too many files open (ulimit -n)"
      case ENFILE: "the system has too many files open"
      case EFBIG: "this process may not write files of that size (ulimit -f)"
      default: nil
      }
    }
  }

  /// What is at a path.
  enum PathKind: Equatable { case nothing, file(bytes: Int64), other }

  /// Returns what is at a path.
  static func kind(of path: String) -> PathKind {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return .nothing }
    return status.st_mode & S_IFMT == S_IFREG ? .file(bytes: Int64(status.st_size)) : .other
  }

  /// Whether the program may read a file.
  static func isReadable(_ path: String) -> Bool { unsafe access(path, R_OK) == 0 }

  /// Whether the program may write a file, or create files in a folder.
  static func isWritable(_ path: String) -> Bool { unsafe access(path, W_OK) == 0 }

  /// Whether a file is on a read-only file system, so that nobody can write it.
  static func isOnReadOnlyMedia(_ path: String) -> Bool {
    var status = statvfs()
    return unsafe statvfs(path, &status) == 0 && status.f_flag & UInt(ST_RDONLY) != 0
  }

  /// Waits until a file's bytes, or a folder's names, are on the disk.
  static func sync(_ path: String) throws(Failure) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last() }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .last() }
  }

  /// Renames a file to a name that is not in use.
  static func move(_ path: String, toNew new: String) throws(Failure) {
    if unsafe cfile_rename_new(path, new) == 0 { return }
    // Some file systems cannot rename without replacing. A link fails if the name is in use.
    guard [EINVAL, ENOSYS].contains(errno) else { throw .last() }
    if unsafe link(path, new) == 0 { return remove(path) }
    // Some have no links, either.
    guard [EPERM, EOPNOTSUPP, ENOSYS].contains(errno) else { throw .last() }
    guard unsafe access(new, F_OK) != 0 else { throw Failure(code: EEXIST) }
    guard unsafe rename(path, new) == 0 else { throw .last() }
  }

  /// Removes a file, if it exists.
  static func remove(_ path: String) { unsafe unlink(path) }

  /// The names of the files in a folder; `nil` if there is no such folder.
  static func names(inFolder path: String) -> [String]? {
    guard let folder = unsafe opendir(path) else { return nil }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      names.append(
        unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
          unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) {
            unsafe String(cString: $0)
          }
        })
    }
    return names
  }

  /// Makes a folder that nobody else can use, where the system keeps temporary files.
  static func makeTemporaryFolder() throws(Failure) -> String {
    let place = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? ""
    let pattern = (place.isEmpty ? "/tmp" : place) + "/ledger-XXXXXX"
    var name = Array(pattern.utf8CString)
    let isMade = unsafe name.withUnsafeMutableBufferPointer { buffer -> Bool in
      guard let start = buffer.baseAddress else { return false }
      return unsafe mkdtemp(start) != nil
    }
    guard isMade else { throw .last() }
    return String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Removes a folder, if it exists and is empty.
  static func removeFolder(_ path: String) { unsafe rmdir(path) }

  /// The most bytes that a file may have which this process writes; `nil` if there is no limit.
  static var fileSizeLimit: UInt? {
    var limit = rlimit()
    let answer = unsafe getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    return answer == 0 && limit.rlim_cur < UInt(Int.max) ? limit.rlim_cur : nil
  }

  static var processID: Int32 { getpid() }

  /// Seconds on a clock that nobody can set.
  static func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  static func pause(seconds: Double) { usleep(UInt32(max(1, seconds * 1e6))) }
}
