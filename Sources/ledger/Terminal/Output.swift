import Synchronization

/// Standard output: data.
///
/// Every write is checked, and nothing is lost silently.
final class Output {
  /// The reader of a pipe has seen enough; the program stops, quietly.
  struct Closed: Error {}

  private var pending: [UInt8] = []

  /// Adds text, which is written when enough has come together.
  func write(_ text: String) throws {
    pending += text.utf8
    if pending.count > 1 << 16 { try flush() }
  }

  /// Adds bytes.
  func write(_ bytes: [UInt8]) throws {
    pending += bytes
    if pending.count > 1 << 16 { try flush() }
  }

  /// Writes what has come together.
  func flush() throws {
    defer { pending.removeAll(keepingCapacity: true) }
    do { try System.write(pending, to: 1) } catch {
      switch error {
      case .closedPipe: throw Closed()
      case .failed(let reason):
        throw CommandFailure("standard output cannot be written: \(reason)")
      }
    }
  }
}

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

/// Why a command failed, in a sentence, with the program's exit status.
struct CommandFailure: Error {
  let sentence: String
  let status: Int32

  init(_ sentence: String, status: Int32 = 1) {
    self.sentence = sentence
    self.status = status
  }
}
