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
  /// Says a line.
  ///
  /// Where nobody can hear it there is nobody to tell.
  static func say(_ line: String) { try? System.write(Array((line + "\n").utf8), to: 2) }
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
