package import LedgerCore

extension BackupRotation {
  /// What was made, left alone and removed, a line each.
  package var lines: [String] {
    ["backed up to " + made.text]
      + left.map {
        "left \(quoted($0)) alone: it is named like a backup of this book, but is not one"
      } + removed.map { "removed \(quoted($0))" }
  }
}
