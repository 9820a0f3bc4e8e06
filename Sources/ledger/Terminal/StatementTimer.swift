import Glibc
import Synchronization

/// Stops a statement that takes too long, or that was cancelled.
///
/// A timer ticks while SQLite works, and not while the program waits for the reader of the answer.
/// SQLite asks every few microseconds whether to stop, unless a single call of a function takes
/// long; so if it has not stopped a while after the time is over, the process ends. As it only
/// reads, nothing is lost.
@safe enum StatementTimer {
  /// Between two ticks, in milliseconds.
  private static let tick = 100
  /// How many ticks SQLite has to stop.
  private static let grace = 20

  private static let ticksSoFar = Atomic<Int>(0)
  private static let ticksLeft = Atomic<Int>(0)
  private static let isWaiting = Atomic<Bool>(false)
  private static let wasInterrupted = Atomic<Bool>(false)
  /// The address of the message that is shown when the process ends; set once.
  private static let finalMessage = Atomic<Int>(0)
  private static let finalMessageCount = Atomic<Int>(0)

  /// Ticks since the statement began.
  static var ticks: Int { ticksSoFar.load(ordering: .relaxed) }

  /// Whether SQLite has to stop.
  static var isOver: Bool {
    wasInterrupted.load(ordering: .relaxed) || ticksLeft.load(ordering: .relaxed) <= 0
  }

  /// Whether that is because of Ctrl-C.
  static var isCancelled: Bool { wasInterrupted.load(ordering: .relaxed) }

  /// Starts the time of a statement.
  ///
  /// `message`: what is shown if the process has to be ended.
  static func begin(seconds: Double, message: String) {
    if finalMessage.load(ordering: .relaxed) == 0 { keep(message) }
    ticksSoFar.store(0, ordering: .relaxed)
    ticksLeft.store(max(1, Int((min(seconds, 1e9) * 1000).rounded(.up)) / tick), ordering: .relaxed)
    isWaiting.store(false, ordering: .relaxed)
    wasInterrupted.store(false, ordering: .relaxed)
    handle(SIGALRM, restarting: true) { _ in StatementTimer.hearTick() }
    setTimer(milliseconds: tick)
  }

  /// Ends the time of a statement.
  static func end() { setTimer(milliseconds: 0) }

  /// Runs what takes a while and does not count.
  static func pausing<T>(_ body: () throws -> T) rethrows -> T {
    isWaiting.store(true, ordering: .relaxed)
    defer { isWaiting.store(false, ordering: .relaxed) }
    return try body()
  }

  /// Has Ctrl-C stop the statement and not the program, from now on; a second one ends the program
  /// if the first could not.
  static func catchInterrupts() {
    handle(SIGINT, restarting: false) { _ in
      let isSecond = StatementTimer.wasInterrupted.exchange(true, ordering: .relaxed)
      if isSecond, !StatementTimer.isWaiting.load(ordering: .relaxed) { _exit(128 + SIGINT) }
    }
  }

  /// Forgets a Ctrl-C.
  static func forgetInterrupt() { wasInterrupted.store(false, ordering: .relaxed) }

  /// Only what signal-safety(7) allows.
  private static func hearTick() {
    ticksSoFar.wrappingAdd(1, ordering: .relaxed)
    guard !isWaiting.load(ordering: .relaxed) else { return }
    let left = ticksLeft.wrappingSubtract(1, ordering: .relaxed).newValue
    guard left <= -grace else { return }
    _ = unsafe write(
      2, UnsafeRawPointer(bitPattern: finalMessage.load(ordering: .relaxed)),
      finalMessageCount.load(ordering: .relaxed))
    _exit(1)
  }

  private static func keep(_ message: String) {
    let bytes = Array("ledger: \(message)\n".utf8)
    let copy = UnsafeMutableRawPointer.allocate(byteCount: bytes.count, alignment: 1)
    unsafe copy.copyMemory(from: bytes, byteCount: bytes.count)
    finalMessageCount.store(bytes.count, ordering: .relaxed)
    finalMessage.store(Int(bitPattern: copy), ordering: .releasing)
  }

  private static func handle(
    _ number: Int32, restarting: Bool, by handler: __sighandler_t
  ) {
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = handler
    unsafe sigemptyset(&action.sa_mask)
    action.sa_flags = restarting ? SA_RESTART : 0
    unsafe sigaction(number, &action, nil)
    // The parent process may have passed on a mask that blocks it.
    var wanted = sigset_t()
    unsafe sigemptyset(&wanted)
    unsafe sigaddset(&wanted, number)
    unsafe pthread_sigmask(SIG_UNBLOCK, &wanted, nil)
  }

  private static func setTimer(milliseconds: Int) {
    let time = timeval(tv_sec: 0, tv_usec: milliseconds * 1000)
    var timer = itimerval(it_interval: time, it_value: time)
    unsafe setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
  }
}
