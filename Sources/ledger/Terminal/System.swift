import Glibc
import LedgerKit
import Synchronization

/// What the program asks of the operating system: the only code of this target that calls the C
/// library.
enum System {
  /// Whether all arguments are UTF-8; Swift repairs others before the program sees them.
  static func argumentsAreUTF8() -> Bool {
    for index in 0..<Int(CommandLine.argc) {
      guard let argument = unsafe CommandLine.unsafeArgv[index] else { continue }
      if unsafe String(validatingCString: argument) == nil { return false }
    }
    return true
  }

  /// A closed pipe and a file at its limit are reported as failed writes, not by ending the
  /// program.
  static func ignoreSignalsOfFailedWrites() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// The first signal that asked the program to stop; 0 before.
  private static let stopSignal = Atomic<Int32>(0)
  /// Where its handler writes a byte.
  private static let stopWriter = Atomic<Int32>(-1)

  /// SIGINT or SIGTERM, if one has come since ``catchStopSignals()``.
  static var receivedStopSignal: Int32? {
    let number = stopSignal.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  /// What people call a signal.
  static func name(ofSignal number: Int32) -> String {
    number == SIGINT ? "Ctrl-C (SIGINT)" : "SIGTERM"
  }

  /// Has the first SIGINT or SIGTERM only noted, so that work can stop where it is safe; a second
  /// one ends the program at once.
  ///
  /// - Returns: a descriptor that can be read once a signal has come.
  static func catchStopSignals() throws(Host.WriteFailure) -> Int32 {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else {
      throw .failed(unsafe String(cString: strerror(errno)))
    }
    // Both are initialised here, so that the handler only has to load them.
    stopWriter.store(ends[1], ordering: .relaxed)
    stopSignal.store(0, ordering: .relaxed)
    var action = sigaction()
    // Only what signal-safety(7) allows.
    unsafe action.__sigaction_handler.sa_handler = { number in
      if System.stopSignal.exchange(number, ordering: .relaxed) != 0 { _exit(128 + number) }
      let code = errno
      var byte: UInt8 = 0
      _ = unsafe Glibc.write(System.stopWriter.load(ordering: .relaxed), &byte, 1)
      errno = code
    }
    unsafe sigemptyset(&action.sa_mask)
    var wanted = sigset_t()
    unsafe sigemptyset(&wanted)
    for number in [SIGINT, SIGTERM] {
      unsafe sigaddset(&wanted, number)
      var before = sigaction()
      unsafe sigaction(number, nil, &before)
      // A shell has a job in the background ignore interrupts.
      let isIgnored = unsafe withUnsafeBytes(of: &before.__sigaction_handler) { handler in
        unsafe handler.load(as: Int.self) == 1
      }
      if !isIgnored { unsafe sigaction(number, &action, nil) }
    }
    // The parent process may have passed on a mask that blocks them.
    unsafe pthread_sigmask(SIG_UNBLOCK, &wanted, nil)
    return ends[0]
  }

  /// Whether a descriptor is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Whether a descriptor is a terminal that understands more than plain text.
  static func isScreen(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1 && Host.environment("TERM") != "dumb"
  }

  /// How many columns a terminal has; 80 where it does not say.
  static func columns(of descriptor: Int32) -> Int {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return Host.environment("COLUMNS").flatMap { Int($0) }.map { max(1, $0) } ?? 80
    }
    return Int(size.ws_col)
  }

  /// How many lines a terminal has; 24 where it does not say.
  static func lines(of descriptor: Int32) -> Int {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return 24 }
    return Int(size.ws_row)
  }

  /// Whether a descriptor is a pipe or a socket.
  static func isPipe(_ descriptor: Int32) -> Bool {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return false }
    return [S_IFIFO, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }

  /// Whether something can be written to a descriptor without waiting.
  static func isReady(_ descriptor: Int32) -> Bool {
    var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return unsafe poll(&wanted, 1, 0) == 1
  }

  /// Ensures that there is a file that only its owner can read; returns whether there is.
  static func makePrivate(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    for count in parts.indices.dropFirst(2) {
      unsafe mkdir(parts[..<count].joined(separator: "/"), 0o700)
    }
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    defer { Glibc.close(descriptor) }
    return fchmod(descriptor, 0o600) == 0
  }
}
