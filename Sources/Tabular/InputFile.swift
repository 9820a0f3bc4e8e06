import Glibc

/// An open file, pipe or terminal: the only code of this target that calls the operating system.
@safe final class InputFile {
  /// What ended a wait.
  enum Event { case readable, stopped, late }

  /// The number of bytes from the start on; nil unless it is a regular file.
  let size: Int?
  /// Whether it is a pipe or a FIFO.
  let isPipe: Bool

  private let descriptor: Int32
  private let isOwned: Bool
  /// The offset of a redirected regular file when reading began, otherwise 0.
  private let start: Int

  /// Opens the file at a path, which may be a FIFO or `/dev/fd/N`.
  ///
  /// - Throws: `TabularError` if nothing is there, it is a folder, or it may not be read.
  init(path: String) throws(TabularError) {
    if path.isEmpty { throw TabularError(.missing, reason: "names no file") }
    // C would stop at the NUL and open another file.
    if path.utf8.contains(0) { throw TabularError(.missing, reason: "the path contains a NUL") }
    // A FIFO that nobody writes to yet is waited for where that can be stopped: see `wait`.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0 {
      throw TabularError(system: errno, isLink: Self.isLink(path))
    }
    var status = stat()
    let answer = unsafe fstat(descriptor, &status)
    let kind = status.st_mode & S_IFMT
    if answer != 0 || kind == S_IFDIR {
      let code = answer != 0 ? errno : EISDIR
      close(descriptor)
      throw TabularError(system: code)
    }
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
    self.descriptor = descriptor
    isOwned = true
    start = 0
    size = kind == S_IFREG ? Int(status.st_size) : nil
    isPipe = kind == S_IFIFO
  }

  private init(_ descriptor: Int32, isOwned: Bool, start: Int, size: Int?) {
    isPipe = false
    self.descriptor = descriptor
    self.isOwned = isOwned
    self.start = start
    self.size = size
  }

  deinit { if isOwned { close(descriptor) } }

  /// The standard input of the process, which stays open afterwards.
  static func standardInput() -> InputFile {
    var status = stat()
    let isFile = unsafe fstat(STDIN_FILENO, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    // The process that redirected the file may have read a part of it.
    let start = isFile ? max(0, lseek(STDIN_FILENO, 0, SEEK_CUR)) : 0
    return InputFile(
      STDIN_FILENO, isOwned: false, start: start,
      size: isFile ? max(0, Int(status.st_size) - start) : nil)
  }

  /// Reads what comes next in the file, waiting until there is something; 0 at the end.
  func read(
    into buffer: inout [UInt8], at index: Int, offset: Int
  ) throws(TabularError) -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { whole in
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: whole[index...])
        return unsafe Glibc.read(descriptor, rest.baseAddress, rest.count)
      }
      if count >= 0 { return count }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        // Standard input may have been made non-blocking by another process that shares it.
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = unsafe poll(&wait, 1, -1)
      default:
        throw TabularError(system: errno, byteOffset: offset == 0 ? nil : offset)
      }
    }
  }

  /// Reads `buffer[index..<end]` from any offset of a regular file; 0 at the end.
  func read(
    from offset: Int, into buffer: inout [UInt8], at index: Int, to end: Int
  ) throws(TabularError) -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { whole in
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: whole[index..<end])
        return unsafe pread(descriptor, rest.baseAddress, rest.count, start + offset)
      }
      if count >= 0 { return count }
      if errno != EINTR { throw TabularError(system: errno, byteOffset: offset) }
    }
  }

  /// Waits until something can be read, or `stop` can be; for ever if there are no `milliseconds`.
  func wait(milliseconds: Int32?, stop: Int32) throws(TabularError) -> Event {
    // A writer that never stops must not prevent a pause.
    let file = milliseconds == 0 ? -1 : descriptor
    let readable = Int16(POLLIN)
    while true {
      var files = [
        pollfd(fd: file, events: readable, revents: 0),
        pollfd(fd: stop, events: readable, revents: 0),
      ]
      let count = unsafe poll(&files, 2, milliseconds ?? -1)
      if count < 0 {
        if errno == EINTR { continue }
        throw TabularError(system: errno)
      }
      return count == 0 ? .late : files[1].revents != 0 ? .stopped : .readable
    }
  }

  /// Whether something can be read from a descriptor at once.
  static func isReadable(_ descriptor: Int32) -> Bool {
    var file = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&file, 1, 0) > 0
  }

  /// Milliseconds on a clock that nobody can set.
  static func milliseconds() -> Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  private static func isLink(_ path: String) -> Bool {
    // lstat would overwrite the reason why the path could not be opened.
    let code = errno
    defer { errno = code }
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}

// MARK: Reading once more

extension InputFile {
  /// A regular file that is open already, to be read at any offset; nil for any other.
  func again() throws(TabularError) -> InputFile? {
    guard let size else { return nil }
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    if copy < 0 { throw TabularError(system: errno) }
    return InputFile(copy, isOwned: true, start: start, size: size)
  }

  /// A file without a name, which is gone once it is closed.
  static func temporary() throws(TabularError) -> InputFile {
    // The file system's standard: what is large or stays for a while is in /var/tmp.
    let named = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? ""
    let folder = named.isEmpty ? "/var/tmp" : named
    var path = Array((folder + "/ledger-XXXXXX").utf8CString)
    let descriptor = unsafe mkstemp(&path)
    if descriptor >= 0 { unsafe unlink(path) }
    if descriptor < 0 { throw unkept(folder, errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return InputFile(descriptor, isOwned: true, start: 0, size: nil)
  }

  /// Adds bytes to a temporary file.
  func append(_ bytes: ArraySlice<UInt8>) throws(TabularError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno != EINTR { throw Self.unkept("a temporary file", errno) }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// A temporary file to which everything has been added.
  func finished(size: Int) throws(TabularError) -> InputFile {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    if copy < 0 { throw TabularError(system: errno) }
    lseek(copy, 0, SEEK_SET)
    return InputFile(copy, isOwned: true, start: 0, size: size)
  }

  private static func unkept(_ place: String, _ code: Int32) -> TabularError {
    TabularError(
      .failed,
      reason: "cannot be kept in \(place) until its checksum is known: \(systemReason(code)); "
        + "TMPDIR names the folder for it")
  }
}

// MARK: Reasons

extension InputFile {
  /// Why a file cannot be read, as the end of a sentence.
  static func reason(_ code: Int32, isLink: Bool = false) -> String {
    switch code {
    case ENOENT where isLink: "is a link to something that does not exist"
    case ENOENT: "does not exist"
    case EISDIR: "is a folder, not a file"
    case EACCES, EPERM: "may not be read: no permission"
    case ENOTDIR: "does not exist: a part of the path is a file, not a folder"
    case ELOOP: "is a link that leads back to itself"
    case EBADF: "is closed"
    case ENXIO: "cannot be opened: it is a socket or a device that is not there"
    default: "cannot be read: \(systemReason(code))"
    }
  }
}

/// What a code of the system means, in words that help where its own would not.
package func systemReason(_ code: Int32) -> String {
  switch code {
  case EBADF: "it is closed"
  case EMFILE: "this process has too many files open (ulimit -n)"
  case ENFILE: "the system has too many files open"
  case EFBIG: "this process may not write files of that size (ulimit -f)"
  default: unsafe String(cString: strerror(code))
  }
}

extension TabularError {
  /// Makes the error that a code of the operating system means for a file.
  fileprivate init(system code: Int32, isLink: Bool = false, byteOffset: Int? = nil) {
    let kind: Kind =
      switch code {
      case ENOENT, ENOTDIR, ELOOP: .missing
      case EISDIR, EACCES, EPERM: .denied
      default: .failed
      }
    self.init(kind, byteOffset: byteOffset, reason: InputFile.reason(code, isLink: isLink))
  }
}
