/// A ledger that copies its book to a file while others record.
public protocol MakesBackups: Ledger {
  /// Copies the current book to a file that does not exist yet.
  ///
  /// - Throws: ``LedgerError/fileExists(path:)``, ``LedgerError/damaged(path:detail:)``, or a
  ///   failure of the file system.
  func backUp(to path: String) throws(LedgerError) -> BookCopy

  /// Makes a backup in a folder, and removes the oldest ones there, so that `count` are left.
  ///
  /// It removes only files that are an earlier state of this very book.
  ///
  /// - Throws: as ``backUp(to:)``; then nothing is removed.
  func backUp(
    inFolder folder: String, keeping count: Int, at instant: Instant
  ) throws(LedgerError) -> BackupRotation
}

/// A whole book in a file of its own: a backup, or a restored book.
public struct BookCopy: Equatable, Sendable {
  /// The file.
  public let path: String
  /// Its size in bytes.
  public let bytes: Int64
  /// The last entry in it, and when that was recorded; `nil` if it has none.
  public let lastEntry: LastEntry?
  /// How many digests were compared with the rows; `nil` if only the pages were checked.
  public package(set) var checkedDigests: Int64?

  /// The last entry of a book.
  public struct LastEntry: Equatable, Sendable {
    /// The entry's number.
    public let number: Int64
    /// When it was recorded.
    public let recordedAt: Instant
    /// Proof that the copy is unchanged up to here; `nil` for a book from before the digests.
    public let receipt: Receipt?

    /// Makes a last entry.
    public init(number: Int64, recordedAt: Instant, receipt: Receipt?) {
      self.number = number
      self.recordedAt = recordedAt
      self.receipt = receipt
    }
  }

  /// Makes a copy.
  public init(path: String, bytes: Int64, lastEntry: LastEntry?) {
    self.path = path
    self.bytes = bytes
    self.lastEntry = lastEntry
  }
}

/// What a new backup changed in a folder of backups.
public struct BackupRotation: Equatable, Sendable {
  /// The backup that was made.
  public let made: BookCopy
  /// The older backups that were removed.
  public let removed: [String]
  /// The files that are named like backups of the book but are not; they were left as they are.
  public let left: [String]

  /// Makes a rotation.
  public init(made: BookCopy, removed: [String], left: [String]) {
    self.made = made
    self.removed = removed
    self.left = left
  }
}
