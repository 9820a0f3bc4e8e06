import LedgerCore
import SQLite

extension LedgerError {
  /// Says what an error of SQLite means for a ledger, by its code and never by its words.
  init(_ error: SQLiteError, path: String) {
    switch error.code.primary {
    case .busy, .protocol: self = .busy(path: path)
    case .readOnly: self = .readOnly(path: path)
    case .cannotOpen: self = .cannotOpen(path: path)
    case .full: self = .diskFull(path: path)
    case .notADatabase: self = .notALedger(path: path)
    case .corrupt: self = .damaged(path: path, detail: error.message)
    default:
      if error.code == .constraintDataType {
        self = .overflow("a total of sales")
      } else {
        self = .storage(error.message)
      }
    }
  }

  init(_ failure: LockFile.Failure, path: String) {
    switch failure {
    case .busy: self = .busy(path: path)
    case .readOnly: self = .readOnly(path: path)
    case .failed: self = .cannotOpen(path: path)
    }
  }
}
