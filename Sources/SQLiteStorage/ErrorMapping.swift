import LedgerCore
import Rows
import SQLite

extension LedgerError {
  /// Translates an error of SQLite, by its condition and never by its message.
  init(_ error: StorageError, path: String) {
    let system = FileSystem.Failure(code: error.systemError)
    if system.isFull {
      self = .diskFull(path: path)
      return
    }
    if let limit = system.limit {
      self = .storage(limit)
      return
    }
    // By the time that SQLite tells, the system's code may be that of a later call.
    if error.code.primary == .inputOutput, error.condition != .unsynced,
      let limit = FileSystem.fileSizeLimit
    {
      self = .storage(
        "\(error.message); this process may not write files of more than \(limit) bytes "
          + "(ulimit -f)")
      return
    }
    if system.isForbidden, error.condition != .cannotOpen {
      self = .readOnly(path: path)
      return
    }
    switch error.condition {
    case .busy: self = .busy(path: path)
    case .readOnly: self = .readOnly(path: path)
    case .cannotOpen:
      // The file may exist, while the file next to it cannot be created.
      self =
        FileSystem.isReadable(path) && !FileSystem.isWritable(BookCopy.folder(of: path))
        ? .readOnly(path: path) : .cannotOpen(path: path)
    case .full: self = .diskFull(path: path)
    case .foreign: self = .notALedger(path: path)
    case .damaged: self = .damaged(path: path, detail: error.message)
    case .unsynced: self = .unsynced(path: path)
    case .overflow: self = .overflow("a total of sales")
    case .conflict, .mismatch, .interrupted, .outOfMemory, .tooLarge, .other:
      self = .storage(error.message)
    }
  }

  init(_ failure: LockFile.Failure, path: String) {
    switch failure {
    case .busy: self = .busy(path: path)
    case .failed(let reason): self.init(reason, path: path)
    case .unsuitable(let what):
      self = .unsuitable(path: LockFile.path(besideBookAt: path), .lock(what))
    }
  }

  init(_ failure: FileSystem.Failure, path: String) {
    if failure.isForbidden {
      self = .readOnly(path: path)
    } else if let limit = failure.limit {
      self = .storage(limit)
    } else if failure.isFull {
      self = .diskFull(path: path)
    } else if failure.isTaken {
      self = .fileExists(path: path)
    } else {
      self = .cannotOpen(path: path)
    }
  }
}
