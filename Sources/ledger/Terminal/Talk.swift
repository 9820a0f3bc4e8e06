import Synchronization

/// Standard error: talk.
enum Talk {
  private static let isQuiet = Atomic<Bool>(false)
  private static let hasBar = Atomic<Bool>(false)

  /// Says a line: an error, or what a person waits for.
  ///
  /// Where nobody can hear it there is nobody to tell.
  static func say(_ line: String) { write(taken(hasBar) + line + "\n") }

  /// Says a line that may as well be left out.
  static func remark(_ line: String) {
    if !isQuiet.load(ordering: .relaxed) { say(line) }
  }

  /// Leaves out all remarks from here on.
  static func beQuiet() { isQuiet.store(true, ordering: .relaxed) }

  /// Shows a line that the next one takes the place of.
  static func show(bar: String) {
    hasBar.store(true, ordering: .relaxed)
    write("\r" + bar + Self.clearToEnd)
  }

  /// Takes the bar away, as before other output on the same terminal.
  static func clearBar() {
    let text = taken(hasBar)
    if !text.isEmpty { write(text) }
  }

  /// ECMA-48, EL.
  private static let clearToEnd = "\u{1B}[K"

  private static func taken(_ hasBar: borrowing Atomic<Bool>) -> String {
    hasBar.exchange(false, ordering: .relaxed) ? "\r" + clearToEnd : ""
  }

  private static func write(_ text: String) { try? System.write(Array(text.utf8), to: 2) }
}
