import CMemory
import Glibc

/// What a program on a terminal asks of the operating system.
package enum System {
  /// Whether all arguments are UTF-8; Swift repairs others before the program sees them.
  package static func argumentsAreUTF8() -> Bool {
    for index in 0..<Int(CommandLine.argc) {
      guard let argument = unsafe CommandLine.unsafeArgv[index] else { continue }
      if unsafe String(validatingCString: argument) == nil { return false }
    }
    return true
  }

  /// An environment variable, if it is set and not empty.
  package static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Whether an environment variable is UTF-8, or not set; Swift repairs others.
  package static func isText(_ name: String) -> Bool {
    guard let value = unsafe getenv(name) else { return true }
    return unsafe String(validatingCString: value) != nil
  }

  /// The number of the user who runs the program.
  package static var user: UInt32 { getuid() }

  /// Opens those of the standard descriptors that are closed, so that no other file takes their
  /// place: there is nothing to read, and to write fails as before.
  package static func openStandardDescriptors() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest number that is free, which is this one.
      guard unsafe open("/dev/null", O_RDONLY) == descriptor else { _exit(1) }
    }
  }

  /// Lets threads use memory that others have freed: they hand on pieces of files, of megabytes.
  package static func shareMemory() { cmemory_share_pool() }

  /// A closed pipe and a file at its limit are reported as failed writes, not by ending the
  /// program.
  package static func ignoreSignalsOfFailedWrites() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Writes a text to a descriptor that a person reads.
  ///
  /// A failed write is ignored: there is nowhere left to report it.
  package static func show(_ text: String, on descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  // MARK: Descriptors

  /// Whether a descriptor is a terminal.
  package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Whether a descriptor is a terminal that understands more than plain text.
  package static func isScreen(_ descriptor: Int32) -> Bool {
    isTerminal(descriptor) && environment("TERM") != "dumb"
  }

  /// How many columns a terminal has; 80 where it does not say.
  package static func columns(of descriptor: Int32) -> Int {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return environment("COLUMNS").flatMap { Int($0) }.map { max(1, $0) } ?? 80
    }
    return Int(size.ws_col)
  }

  /// How many lines a terminal has; 24 where it does not say.
  package static func lines(of descriptor: Int32) -> Int {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return 24 }
    return Int(size.ws_row)
  }

  /// Whether a descriptor is a pipe or a socket.
  package static func isPipe(_ descriptor: Int32) -> Bool {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return false }
    return [S_IFIFO, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }

  /// Whether something can be written to a descriptor without waiting.
  package static func isReady(_ descriptor: Int32) -> Bool {
    var state = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return unsafe poll(&state, 1, 0) == 1
  }

  // MARK: Files

  /// Ensures that there is a file that only its owner can read; returns whether there is.
  package static func makePrivate(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    for count in parts.indices.dropFirst(2) {
      unsafe mkdir(parts[..<count].joined(separator: "/"), 0o700)
    }
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return fchmod(descriptor, 0o600) == 0
  }
}
