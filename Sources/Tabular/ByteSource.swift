import Glibc

/// A file, a pipe, standard input or an array, read from its beginning to its end.
///
/// The only file of this target that calls the C library.
public final class ByteSource {
  private enum Origin {
    case descriptor(Int32, owned: Bool)
    case memory([UInt8], readSize: Int)
  }

  /// What to call the source in messages: the path, with control characters escaped.
  public let name: String

  /// The number of bytes in all; nil unless it is a regular file or an array.
  public let size: Int?

  /// The number of bytes read so far.
  public private(set) var position = 0

  private let origin: Origin

  /// Opens the file at a path; a FIFO and `/dev/fd/N` will do.
  ///
  /// - Throws: `TabularError` if nothing is there, it is a folder, or it may not be read.
  public init(path: String) throws(TabularError) {
    // C would stop at the NUL and open another file.
    if path.utf8.contains(0) { throw TabularError(reason: "the path contains a NUL") }
    var descriptor: Int32
    repeat {
      descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    } while descriptor < 0 && errno == EINTR
    if descriptor < 0 {
      throw TabularError(reason: Self.reason(errno, isLink: Self.isLink(path)))
    }
    var status = stat()
    let answer = unsafe fstat(descriptor, &status)
    let kind = status.st_mode & S_IFMT
    if answer != 0 || kind == S_IFDIR {
      let code = answer != 0 ? errno : EISDIR
      close(descriptor)
      throw TabularError(reason: Self.reason(code))
    }
    origin = .descriptor(descriptor, owned: true)
    name = Self.name(ofPath: path)
    size = kind == S_IFREG ? Int(status.st_size) : nil
  }

  /// Reads from memory; a read yields at most `readSize` bytes.
  public init(bytes: [UInt8], name: String = "bytes", readSize: Int = .max) {
    origin = .memory(bytes, readSize: max(1, readSize))
    self.name = name
    size = bytes.count
  }

  private init(standardInput descriptor: Int32) {
    origin = .descriptor(descriptor, owned: false)
    name = "standard input"
    var status = stat()
    let isFile = unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    // Whoever redirected the file may have read a part of it.
    size = isFile ? max(0, Int(status.st_size) - max(0, lseek(descriptor, 0, SEEK_CUR))) : nil
  }

  deinit {
    if case .descriptor(let descriptor, owned: true) = origin { close(descriptor) }
  }

  /// The standard input of the process, which stays open afterwards.
  public static func standardInput() -> ByteSource {
    ByteSource(standardInput: STDIN_FILENO)
  }

  /// Reads what there is into `buffer`, from `index` to its end at most, and waits if need be.
  ///
  /// - Returns: the number of bytes read; 0 at the end.
  /// - Throws: `TabularError` if the system cannot read, with its reason.
  public func read(into buffer: inout [UInt8], at index: Int) throws(TabularError) -> Int {
    let count: Int
    switch origin {
    case .descriptor(let descriptor, _):
      count = try Self.read(descriptor, into: &buffer, at: index, offset: position)
    case .memory(let bytes, let readSize):
      count = min(bytes.count - position, buffer.count - index, readSize)
      buffer.replaceSubrange(index..<index + count, with: bytes[position..<position + count])
    }
    position += count
    return count
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
        throw TabularError(byteOffset: offset == 0 ? nil : offset, reason: reason(errno))
      }
    }
  }

  /// What a path is called in messages: newlines and other control characters are escaped.
  public static func name(ofPath path: String) -> String {
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
