import Glibc
import Synchronization

/// The signals that ask a program to stop: SIGINT, SIGTERM and SIGHUP.
package enum StopSignals {
  /// Why signals cannot be caught: the system's reason.
  package struct Failure: Error {
    /// The reason, as the end of a sentence.
    package let reason: String
  }

  /// The first signal that came; 0 before.
  private static let first = Atomic<Int32>(0)
  /// Where the handler writes a byte.
  private static let writer = Atomic<Int32>(-1)

  /// The signal that has come since ``catchThem()``, if one has.
  package static var received: Int32? {
    let number = first.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  /// What people call a signal.
  package static func name(of number: Int32) -> String {
    switch number {
    case SIGINT: "Ctrl-C (SIGINT)"
    case SIGHUP: "the end of the terminal (SIGHUP)"
    default: "SIGTERM"
    }
  }

  /// Has the first signal only noted, so that work can stop where it is safe; a second one ends the
  /// program at once.
  ///
  /// - Returns: a descriptor that can be read once a signal has come.
  /// - Throws: ``Failure`` where the system has no pipe for it.
  package static func catchThem() throws(Failure) -> Int32 {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else {
      let isLimit = errno == EMFILE
      throw Failure(
        reason: isLimit
          ? "this process has too many files open (ulimit -n)"
          : unsafe String(cString: strerror(errno)))
    }
    // Both are initialised here, so that the handler only has to load them.
    writer.store(ends[1], ordering: .relaxed)
    first.store(0, ordering: .relaxed)
    var action = sigaction()
    // Only what signal-safety(7) allows.
    unsafe action.__sigaction_handler.sa_handler = { number in
      if StopSignals.first.exchange(number, ordering: .relaxed) != 0 { _exit(128 + number) }
      let code = errno
      var byte: UInt8 = 0
      _ = unsafe write(StopSignals.writer.load(ordering: .relaxed), &byte, 1)
      errno = code
    }
    unsafe sigemptyset(&action.sa_mask)
    var caught = sigset_t()
    unsafe sigemptyset(&caught)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      unsafe sigaddset(&caught, number)
      var before = sigaction()
      unsafe sigaction(number, nil, &before)
      // A shell has a job in the background ignore interrupts, and nohup(1) has it ignore SIGHUP.
      let isIgnored = unsafe withUnsafeBytes(of: &before.__sigaction_handler) { handler in
        unsafe handler.load(as: Int.self) == 1
      }
      if !isIgnored { unsafe sigaction(number, &action, nil) }
    }
    // The parent process may have passed on a mask that blocks them.
    unsafe pthread_sigmask(SIG_UNBLOCK, &caught, nil)
    return ends[0]
  }
}
