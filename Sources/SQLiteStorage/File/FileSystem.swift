import Glibc

/// What the storage asks of the operating system.
///
/// The only code of this target that calls the C library.
@safe enum FileSystem {
  /// Why the operating system did not do it.
  struct Failure: Error, Equatable {
    let code: Int32

    static func last() -> Failure { Failure(code: errno) }

    /// It was not done in the time that there was.
    static let timeout = Failure(code: ETIMEDOUT)

    /// The operating system's own words.
    var reason: String { unsafe String(cString: strerror(code)) }
    var isFull: Bool { [ENOSPC, EDQUOT].contains(code) }
    var isForbidden: Bool { [EACCES, EROFS, EPERM].contains(code) }
    var isTaken: Bool { code == EEXIST }
  }

  /// What there is at a path.
  enum PathKind: Equatable { case nothing, file(bytes: Int64), other }

  /// Says what there is at a path.
  static func kind(of path: String) -> PathKind {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return .nothing }
    return status.st_mode & S_IFMT == S_IFREG ? .file(bytes: Int64(status.st_size)) : .other
  }

  /// Whether the program may read a file.
  static func isReadable(_ path: String) -> Bool { unsafe access(path, R_OK) == 0 }

  /// Whether the program may write a file, or make files in a folder.
  static func isWritable(_ path: String) -> Bool { unsafe access(path, W_OK) == 0 }

  /// Whether nobody can write a file: it is on a read-only file system.
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

  /// Gives a file another name, which is not in use.
  static func move(_ path: String, toNew new: String) throws(Failure) {
    // A link is refused where the name is in use, which `rename` would take over.
    if unsafe link(path, new) == 0 { return remove(path) }
    // Some file systems have no links.
    guard [EPERM, EOPNOTSUPP, ENOSYS].contains(errno) else { throw .last() }
    guard unsafe access(new, F_OK) != 0 else { throw Failure(code: EEXIST) }
    guard unsafe rename(path, new) == 0 else { throw .last() }
  }

  /// Removes a file, if it is there.
  static func remove(_ path: String) { unsafe unlink(path) }

  /// The names of what is in a folder; `nil` where there is none.
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

  static var processID: Int32 { getpid() }

  /// Seconds on a clock that nobody sets.
  static func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  static func pause(seconds: Double) { usleep(UInt32(max(1, seconds * 1e6))) }
}

extension FileSystem {
  /// A file that is open to be locked, as a whole or byte by byte; its locks end with it.
  ///
  /// The locks of bytes are those of open files (`F_OFD_SETLK` of fcntl(2)): they belong to this
  /// value and not to the process, and the kernel takes them back from a process that is killed.
  /// Locks of bytes and of the whole file (flock(2)) do not see each other.
  @safe final class LockableFile {
    // fcntl(2): Linux's numbers, which Swift does not import.
    private static let getByteLock: Int32 = 36
    private static let setByteLock: Int32 = 37

    private let descriptor: Int32

    /// Opens a file, and makes it if it is not there; or opens one that is there to share its lock.
    init(path: String, sharing: Bool = false) throws(Failure) {
      let flags = sharing ? O_RDONLY : O_RDWR | O_CREAT
      descriptor = unsafe open(path, flags | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw .last() }
    }

    deinit { close(descriptor) }

    /// Locks the whole file, unless somebody else has.
    func lock(sharing: Bool = false) throws(Failure) -> Bool {
      if flock(descriptor, (sharing ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 { return true }
      guard errno == EWOULDBLOCK || errno == EINTR else { throw .last() }
      return false
    }

    func unlock() { flock(descriptor, LOCK_UN) }

    /// Locks one byte, unless somebody else has.
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

    /// The first byte that somebody else has locked of some; of several, whose lock is the oldest.
    func firstLocked(of bytes: Range<Int64>) -> Int64? {
      if bytes.isEmpty { return nil }
      var range = Self.range(bytes, F_WRLCK)
      guard unsafe fcntl(descriptor, Self.getByteLock, &range) == 0 else { return nil }
      return range.l_type == Int16(F_UNLCK) ? nil : Int64(range.l_start)
    }

    /// The number at the beginning of the file; 0 where none can have been counted.
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
