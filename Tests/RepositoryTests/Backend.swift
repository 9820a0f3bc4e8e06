import LedgerTesting
import SQLiteStorage
import TestSupport

extension Backend {
  /// SQLite, with a book in memory.
  static let memory = Backend("SQLite in memory") { try SQLiteLedger.inMemory() }

  /// SQLite, with a book in a file.
  static let file = Backend(
    "SQLite in a file",
    openTwice: {
      let path = try Scratch.newPath()
      return (
        try SQLiteLedger.make(at: path),
        try SQLiteLedger.open(path, for: .recording, waitingSeconds: 0)
      )
    },
    open: { try SQLiteLedger.make(at: Scratch.newPath()) })

  /// The storages that have to keep the contract, and the model that they are compared with.
  static let all: [Backend] = [.model, .memory, .file]
}
