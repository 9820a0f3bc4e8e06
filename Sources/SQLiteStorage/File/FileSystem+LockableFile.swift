import Glibc

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
    let status: Status

    /// Opens a file, creating it if necessary; or opens an existing one to share its lock.
    ///
    /// It follows no link. `access`: who may use the file, which is set if it is one's own.
    init(path: String, sharing: Bool = false, access: FileAccess? = nil) throws(Failure) {
      descriptor = try Self.opened(path, sharing: sharing, access: access)
      guard let status = FileSystem.status(ofDescriptor: descriptor) else {
        close(descriptor)
        throw .last()
      }
      self.status = status
      if !sharing, let access, status.kind == .file, status.names == 1, status.access != access,
        status.access.owner == geteuid() || geteuid() == 0
      {
        FileSystem.grant(access, on: descriptor)
      }
    }

    private static func opened(
      _ path: String, sharing: Bool, access: FileAccess?
    ) throws(Failure) -> Int32 {
      // Without O_NONBLOCK, a FIFO would wait for somebody at its other end.
      let flags = O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | (sharing ? O_RDONLY : O_RDWR | O_CREAT)
      let descriptor = unsafe open(path, flags, access?.mode ?? 0o666)
      guard descriptor >= 0 else { throw .last() }
      return descriptor
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

    /// The bytes from an offset on, at most `count`.
    func bytes(at offset: Int, count: Int) -> [UInt8] {
      var bytes = [UInt8](repeating: 0, count: count)
      let read = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe pread(descriptor, buffer.baseAddress, buffer.count, offset)
      }
      return Array(bytes.prefix(max(read, 0)))
    }

    /// Writes bytes at an offset, in one call.
    func write(_ bytes: [UInt8], at offset: Int) throws(Failure) {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe pwrite(descriptor, buffer.baseAddress, buffer.count, offset)
      }
      guard written == bytes.count else { throw .last() }
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
