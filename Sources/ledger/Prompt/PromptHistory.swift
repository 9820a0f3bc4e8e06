import Terminal

/// The file of what was typed at the prompt: for the person, and never in a book.
struct PromptHistory {
  /// The file, which only its owner can read; `nil` where there is none.
  let path: String?

  /// Finds the file where the base directory specification has it, or makes it.
  ///
  /// <https://specifications.freedesktop.org/basedir-spec/latest/>
  init() {
    let home = System.environment("HOME")
    // A relative path is to be ignored.
    let state = System.environment("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let folder = state ?? home.map({ $0 + "/.local/state" }) else {
      path = nil
      return
    }
    let file = folder + "/ledger/sql-history"
    path = System.makePrivate(file) ? file : nil
  }

  /// Calls `write` with the path of the file.
  func save(_ write: (String) -> Bool) {
    // A statement is answered whether or not it can be kept.
    if let path { _ = write(path) }
  }
}
