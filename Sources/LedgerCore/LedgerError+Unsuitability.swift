extension LedgerError {
  /// Why a file cannot be used as a book, or as what is kept beside one.
  public enum Unsuitability: Equatable, Sendable {
    /// The file has several names (hard links): each would have a log and a lock of its own.
    case severalNames(Int)
    /// The file alone is mounted from elsewhere: its log and its lock would stay here.
    case mountedAlone
    /// The lock file is something else than a file of its own.
    case lock(NotAFile)
  }

  /// What is at a path in place of a file.
  public enum NotAFile: String, Equatable, Sendable {
    case link = "a symbolic link"
    case folder = "a folder"
    case other = "not a plain file"
    case severalNames = "a file with another name (hard link)"
  }
}

extension LedgerError.Unsuitability {
  /// What is wrong and what to do, as a sentence about the file at a path.
  func sentence(_ path: String) -> String {
    switch self {
    case .severalNames(let count):
      "\(quoted(path)) is one of \(count) names (hard links) of the same file, each of which would "
        + "have its own log, so that entries would be lost: keep one name, or use a copy"
    case .mountedAlone:
      "\(quoted(path)) is mounted as a single file, and its log would not be beside the file "
        + "itself: mount the folder that holds it"
    case .lock(let what):
      "\(quoted(path)), which keeps writers from meeting, is \(what.rawValue), and was left as it "
        + "is: remove it while nobody records; it is made again"
    }
  }
}
