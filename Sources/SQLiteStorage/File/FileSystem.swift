import Glibc

/// What the storage needs from the operating system.
///
/// This is the only code of this target that calls the C library.
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
    // A link fails if the name is in use; `rename` would replace that file.
    if unsafe link(path, new) == 0 { return remove(path) }
    // Some file systems have no links.
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

extension FileSystem {
  /// A file that is open to be locked, as a whole or byte by byte; its locks end with this value.
  ///
  /// The locks of bytes are open file description locks (`F_OFD_SETLK` of fcntl(2)): they belong to
  /// this value and not to the process, and the kernel releases those of a process that is killed.
  /// Locks of bytes and of the whole file (flock(2)) do not see each other.
  @safe final class LockableFile {
    // Linux's numbers for fcntl(2), which Swift does not import.
    private static let getByteLock: Int32 = 36
    private static let setByteLock: Int32 = 37

    private let descriptor: Int32

    /// Opens a file, creating it if necessary; or opens an existing one to share its lock.
    init(path: String, sharing: Bool = false) throws(Failure) {
      let flags = sharing ? O_RDONLY : O_RDWR | O_CREAT
      descriptor = unsafe open(path, flags | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw .last() }
    }

    deinit { close(descriptor) }

    /// Locks the whole file; false if somebody else has.
    func lock(sharing: Bool = false) throws(Failure) -> Bool {
      if flock(descriptor, (sharing ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 { return true }
      guard errno == EWOULDBLOCK || errno == EINTR else { throw .last() }
      return false
    }

    func unlock() { flock(descriptor, LOCK_UN) }

    /// Locks one byte; false if somebody else has.
    func lock(byte: Int64) throws(Failure) -> Bool {
      var range = Self.range(byte..<byte + 1, F_WRLCK)
      if unsafe fcntl(descriptor, Self.setByteLock, &range) == 0 { return true }
      guard errno == EAGAIN || errno == EACCES || errno == EINTR else { throw .last() }
      return false
    }

    func unlock(byte: Int64) {
      var range = Self.range(byte..<byte + 1, F_UNLCK)
      _ = unsafe fcntl(descriptor, Self.setByteLock, &range)
    }

    /// The byte in a range that somebody else locked first; `nil` if nobody has locked any.
    func firstLocked(of bytes: Range<Int64>) -> Int64? {
      if bytes.isEmpty { return nil }
      var range = Self.range(bytes, F_WRLCK)
      guard unsafe fcntl(descriptor, Self.getByteLock, &range) == 0 else { return nil }
      return range.l_type == Int16(F_UNLCK) ? nil : Int64(range.l_start)
    }

    /// The number at the beginning of the file; 0 if it is not a valid count.
    func number() -> Int64 {
      var number: Int64 = 0
      let count = unsafe pread(descriptor, &number, 8, 0)
      let value = Int64(littleEndian: number)
      return count == 8 && (0..<1 << 60).contains(value) ? value : 0
    }

    func set(number: Int64) throws(Failure) {
      var number = number.littleEndian
      guard unsafe pwrite(descriptor, &number, 8, 0) == 8 else { throw .last() }
    }

    private static func range(_ bytes: Range<Int64>, _ type: Int32) -> Glibc.flock {
      var range = Glibc.flock()
      range.l_type = Int16(type)
      range.l_whence = Int16(SEEK_SET)
      range.l_start = Int(bytes.lowerBound)
      range.l_len = bytes.count
      return range
    }
  }
}
