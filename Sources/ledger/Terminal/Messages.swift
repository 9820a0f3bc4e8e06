import Synchronization
import Terminal

/// What the program tells a person, on standard error.
enum Messages {
  private static let isQuiet = Atomic<Bool>(false)
  private static let status = Atomic<Int32>(0)
  private static let hasBar = Atomic<Bool>(false)

  /// Shows a line: an error, or an outcome that a person waits for.
  static func show(_ line: String) { write(taken(hasBar) + line + "\n") }

  /// Shows a line that `--quiet` leaves out.
  static func remark(_ line: String) {
    if !isQuiet.load(ordering: .relaxed) { show(line) }
  }

  /// Leaves out all remarks from now on.
  static func beQuiet() { isQuiet.store(true, ordering: .relaxed) }

  /// Ends the program with a status although it goes on: what is wrong has been shown.
  static func fail(with status: Int32) { Self.status.store(status, ordering: .relaxed) }

  /// The status of ``fail(with:)``; 0 without one.
  static var failedStatus: Int32 { status.load(ordering: .relaxed) }

  /// Shows a line that the next message replaces.
  static func show(bar: String) {
    hasBar.store(true, ordering: .relaxed)
    write("\r" + bar + Self.clearToEnd)
  }

  /// Removes the bar, as before other output on the same terminal.
  static func clearBar() {
    let text = taken(hasBar)
    if !text.isEmpty { write(text) }
  }

  /// ECMA-48, EL.
  private static let clearToEnd = "\u{1B}[K"

  private static func taken(_ hasBar: borrowing Atomic<Bool>) -> String {
    hasBar.exchange(false, ordering: .relaxed) ? "\r" + clearToEnd : ""
  }

  private static func write(_ text: String) { System.show(text, on: 2) }
}
