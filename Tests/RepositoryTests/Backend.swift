import LedgerTesting
import SQLiteStorage
import TestSupport

extension Backend {
  /// SQLite, with a book in memory.
  static let memory = Backend("SQLite in memory", isSalted: true) {
    try SQLiteLedger.inMemory(salts: salts)
  }

  /// SQLite, with a book in a file.
  static let file = Backend(
    "SQLite in a file", isSalted: true,
    openTwice: {
      let path = try Scratch.newPath()
      return (
        try SQLiteLedger.make(at: path, salts: salts),
        try SQLiteLedger.open(path, for: .recording, waitingSeconds: 0, salts: salts)
      )
    },
    open: { try SQLiteLedger.make(at: Scratch.newPath(), salts: salts) })

  /// The storages that have to keep the contract, and the model that they are compared with.
  static let all: [Backend] = [.model, .memory, .file]
}
