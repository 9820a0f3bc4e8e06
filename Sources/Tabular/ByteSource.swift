import Glibc

/// Reads a file, a pipe, standard input or an array from its beginning to its end.
///
/// Gzip data is decompressed on the way, whatever the name of the file. This is the only file of
/// this target that calls the C library.
package final class ByteSource {
  private enum Origin {
    /// `start`: the offset of a redirected regular file when reading began, otherwise 0.
    case descriptor(Int32, owned: Bool, start: Int)
    case memory([UInt8], readSize: Int)
  }

  /// The name of the input in messages: the path, with control characters escaped.
  package let name: String

  /// The total number of bytes, before decompression; nil unless it is a regular file or an array.
  package let size: Int?

  /// The number of bytes read so far, before decompression.
  package private(set) var position = 0

  /// The number of bytes returned so far, after decompression.
  private(set) var delivered = 0

  /// The most bytes of a pipe that are held in memory.
  static let heldLimit = 32 << 20

  private let origin: Origin
  private let inflatesGzip: Bool
  /// What has been read but not yet returned.
  private var ahead: [UInt8] = []
  private var gzip: GzipStream?
  private var hasBegun = false
  private var pauses: Pauses?
  private var failure: TabularError?

  /// When reading pauses instead of waiting.
  private struct Pauses {
    /// This many milliseconds after the first bytes since the last pause.
    let limit: Int64?
    /// As soon as this descriptor is readable.
    let stop: Int32
    var firstBytesAt: Int64?
  }

  /// Opens the file at a path, which may be a FIFO or `/dev/fd/N`.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - inflatesGzip: False to read the file as it is, for example to compute its digest.
  /// - Throws: `TabularError` if nothing is there, it is a folder, or it may not be read.
  package init(path: String, inflatesGzip: Bool = true) throws(TabularError) {
    if path.isEmpty { throw TabularError(.missing, reason: "names no file") }
    // C would stop at the NUL and open another file.
    if path.utf8.contains(0) { throw TabularError(.missing, reason: "the path contains a NUL") }
    let descriptor: Int32
    // A signal interrupts this call only while it waits for somebody to write to a FIFO.
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
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
    self.inflatesGzip = inflatesGzip
    origin = .descriptor(descriptor, owned: true, start: 0)
    name = Self.name(ofPath: path)
    size = kind == S_IFREG ? Int(status.st_size) : nil
  }

  /// Reads from memory; each read returns at most `readSize` bytes.
  package init(bytes: [UInt8], name: String = "bytes", readSize: Int = .max) {
    inflatesGzip = true
    origin = .memory(bytes, readSize: max(1, readSize))
    self.name = name
    size = bytes.count
  }

  private init(standardInput descriptor: Int32) {
    inflatesGzip = true
    name = "standard input"
    var status = stat()
    let isFile = unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    // The process that redirected the file may have read a part of it.
    let start = isFile ? max(0, lseek(descriptor, 0, SEEK_CUR)) : 0
    origin = .descriptor(descriptor, owned: false, start: start)
    size = isFile ? max(0, Int(status.st_size) - start) : nil
  }

  deinit {
    if case .descriptor(let descriptor, owned: true, _) = origin { close(descriptor) }
  }

  /// The standard input of the process, which stays open afterwards.
  package static func standardInput() -> ByteSource {
    ByteSource(standardInput: STDIN_FILENO)
  }

  /// Reads the bytes that are available into `buffer`, from `index` on; waits if there are none.
  ///
  /// - Returns: the number of bytes read; 0 at the end.
  /// - Throws: `TabularError` if the system cannot read, with its reason, and if a gzip file is
  ///   damaged or cut short; later calls throw the same error.
  package func read(into buffer: inout [UInt8], at index: Int) throws(TabularError) -> Int {
    // Without pauses there always is a count.
    try read(into: &buffer, at: index, mayPause: false) ?? 0
  }

  /// Like ``read(into:at:)``, but returns `nil` at a pause.
  func read(
    into buffer: inout [UInt8], at index: Int, mayPause: Bool
  ) throws(TabularError) -> Int? {
    if let failure { throw failure }
    do throws(TabularError) {
      let count = try nextBytes(into: &buffer, at: index, mayPause: mayPause)
      delivered += count ?? 0
      return count
    } catch {
      failure = error
      throw error
    }
  }

  /// Lets a pipe, a FIFO or a terminal pause between rows, so that rows read so far can be used.
  ///
  /// - Parameters:
  ///   - milliseconds: Pauses this long after the first bytes since the last pause; `nil` for
  ///     never.
  ///   - descriptor: Pauses as soon as this is readable; waiting for a header then fails.
  package func pauses(after milliseconds: Int64?, stoppedBy descriptor: Int32) {
    if size == nil { pauses = Pauses(limit: milliseconds, stop: descriptor) }
  }

  /// Waits until something can be read; false if a pause comes first.
  private func waitsForBytes(untilPause: Bool) throws(TabularError) -> Bool {
    guard case .descriptor(let descriptor, _, _) = origin, let pauses else { return true }
    let readable = Int16(POLLIN)
    while true {
      var milliseconds: Int32 = -1
      if untilPause, let limit = pauses.limit, let first = pauses.firstBytesAt {
        milliseconds = Int32(clamping: max(0, first + limit - Self.milliseconds()))
      }
      // A writer that never stops must not prevent a pause.
      var files = [
        pollfd(fd: milliseconds == 0 ? -1 : descriptor, events: readable, revents: 0),
        pollfd(fd: pauses.stop, events: readable, revents: 0),
      ]
      let count = unsafe poll(&files, 2, milliseconds)
      if count < 0, errno != EINTR {
        throw TabularError(system: errno)
      }
      if count == 0 || count > 0 && files[1].revents != 0 {
        self.pauses?.firstBytesAt = nil
        return false
      }
      if count > 0 { return true }
    }
  }

  private static func milliseconds() -> Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// Returns the first bytes without consuming them, 4 KiB at most.
  ///
  /// It reads a pipe until its first line ends, or until the kind of file is known.
  ///
  /// - Throws: as ``read(into:at:)``.
  package func peek() throws(TabularError) -> ArraySlice<UInt8> {
    var buffer = [UInt8](repeating: 0, count: FileKind.zipLength)
    while ahead.count < buffer.count, !Self.tellsKind(ahead) {
      let held = ahead
      ahead = []
      let count = try nextBytes(into: &buffer, at: 0, mayPause: false) ?? 0
      // The first read may have left more there.
      ahead = held + buffer[..<count] + ahead
      if count == 0 { break }
    }
    return ahead.prefix(buffer.count)
  }

  private static func tellsKind(_ bytes: [UInt8]) -> Bool {
    if FileKind.isZip(bytes[...]) || !FileKind.isDecided(by: bytes[...]) { return false }
    let line = bytes.drop { $0 == lf || $0 == cr }
    return bytes.count >= FileKind.prefixLength && !line.isEmpty
      || line.contains { $0 == lf || $0 == cr }
  }

  private func nextBytes(
    into buffer: inout [UInt8], at index: Int, mayPause: Bool
  ) throws(TabularError) -> Int? {
    if !hasBegun {
      hasBegun = true
      if try !beginsWithGzip(), ahead.isEmpty { return 0 }
    }
    if !ahead.isEmpty {
      let count = min(ahead.count, buffer.count - index)
      buffer.replaceSubrange(index..<index + count, with: ahead[..<count])
      ahead.removeFirst(count)
      return count
    }
    func more(_ bytes: inout [UInt8], _ index: Int) throws(TabularError) -> Int? {
      if mayPause, try !waitsForBytes(untilPause: true) { return nil }
      return try rawBytes(into: &bytes, at: index)
    }
    guard gzip != nil else { return try more(&buffer, index) }
    return try gzip?.read(into: &buffer, at: index) { (input) throws(TabularError) in
      try more(&input, 0)
    }
  }

  /// Reads the first bytes into `ahead`, or starts a gzip stream with them if they are gzip data.
  private func beginsWithGzip() throws(TabularError) -> Bool {
    var head = [UInt8](repeating: 0, count: 64 * 1024)
    var count = try rawBytes(into: &head, at: 0)
    if inflatesGzip, count == 1, head[0] == GzipStream.magic[0] {
      count += try rawBytes(into: &head, at: count)
    }
    if inflatesGzip, head[..<count].starts(with: GzipStream.magic) {
      gzip = try GzipStream(head: head[..<count])
      return true
    }
    ahead = Array(head[..<count])
    return false
  }

  private func rawBytes(into buffer: inout [UInt8], at index: Int) throws(TabularError) -> Int {
    let count: Int
    switch origin {
    case .descriptor(let descriptor, _, _):
      guard try waitsForBytes(untilPause: false) else {
        throw TabularError(.failed, reason: "was not read to its end: reading was stopped")
      }
      count = try Self.read(descriptor, into: &buffer, at: index, offset: position)
    case .memory(let bytes, let readSize):
      count = min(bytes.count - position, buffer.count - index, readSize)
      buffer.replaceSubrange(index..<index + count, with: bytes[position..<position + count])
    }
    position += count
    if pauses?.limit != nil, pauses?.firstBytesAt == nil {
      pauses?.firstBytesAt = Self.milliseconds()
    }
    return count
  }

  /// Reads any part of the input, independent of the position, to the beginning of `buffer`.
  ///
  /// - Returns: the number of bytes read, which is less than `count` only at the end.
  /// - Throws: `TabularError` if the system cannot read.
  func read(_ count: Int, from offset: Int, into buffer: inout [UInt8]) throws(TabularError) -> Int
  {
    var filled = 0
    while filled < count {
      let got: Int
      switch origin {
      case .descriptor(let descriptor, _, let start):
        got = unsafe buffer.withUnsafeMutableBytes { whole in
          let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: whole[filled..<count])
          return unsafe pread(descriptor, rest.baseAddress, rest.count, start + offset + filled)
        }
      case .memory(let bytes, _):
        got = max(0, min(count - filled, bytes.count - offset - filled))
        let first = offset + filled
        buffer.replaceSubrange(filled..<filled + got, with: bytes[first..<first + got])
      }
      if got == 0 { break }
      if got < 0, errno != EINTR {
        throw TabularError(system: errno, byteOffset: offset)
      }
      filled += max(0, got)
    }
    // Some parts are read twice, but count only up to the size.
    position = min(position + filled, size ?? .max)
    return filled
  }

  /// Returns the input if any part of it can be read at any time, else the rest of it, in memory.
  ///
  /// - Throws: `TabularError` if it must be held in memory and is larger than 32 MiB, and as
  ///   ``read(into:at:)``.
  package func seekable() throws(TabularError) -> ByteSource {
    // Only now it is known whether the input is compressed.
    _ = try peek()
    if size != nil && gzip == nil { return self }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while case let count = try read(into: &buffer, at: 0), count > 0 {
      bytes += buffer[..<count]
      if bytes.count > Self.heldLimit {
        throw TabularError(
          reason: "is larger than 32 MiB, too large to be held: give it as a file of its own, "
            + "neither through a pipe nor in gzip")
      }
    }
    return ByteSource(bytes: bytes, name: name)
  }

  private static func read(
    _ descriptor: Int32, into buffer: inout [UInt8], at index: Int, offset: Int
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

  /// A path as messages show it, with newlines and other control characters escaped.
  package static func name(ofPath path: String) -> String {
    if path.isEmpty { return "\"\"" }
    var name = ""
    for scalar in path.unicodeScalars {
      switch scalar {
      case "\n": name += "\\n"
      case "\r": name += "\\r"
      case "\t": name += "\\t"
      case _ where scalar.properties.generalCategory == .control:
        name += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: name.unicodeScalars.append(scalar)
      }
    }
    return name
  }

  static func reason(_ code: Int32, isLink: Bool = false) -> String {
    switch code {
    case ENOENT where isLink: "is a link to something that does not exist"
    case ENOENT: "does not exist"
    case EISDIR: "is a folder, not a file"
    case EACCES, EPERM: "may not be read: no permission"
    case ENOTDIR: "does not exist: a part of the path is a file, not a folder"
    case ELOOP: "is a link that leads back to itself"
    case EBADF: "is closed"
    case EINTR: "was not opened: opening it was stopped"
    default: unsafe "cannot be read: \(String(cString: strerror(code)))"
    }
  }

  private static func isLink(_ path: String) -> Bool {
    // lstat would overwrite the reason why the path could not be opened.
    let code = errno
    defer { errno = code }
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
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
    self.init(kind, byteOffset: byteOffset, reason: ByteSource.reason(code, isLink: isLink))
  }
}
