/// Takes back what was recorded, by recording that it is.
public protocol VoidRepository {
  /// Voids an entry; where it is a chunk of a loaded file, all of the file.
  ///
  /// - Throws: ``LedgerError/unknownEntry(_:last:)``, ``LedgerError/cannotVoid(entry:reason:)``
  func void(
    _ entry: Int64, reason: String, as draft: Entry.Draft
  ) throws(LedgerError) -> VoidRecord
}

/// What a void took back.
public struct VoidRecord: Equatable, Sendable {
  /// The entry that records the void.
  public let entry: Int64
  /// The entries that it took back.
  public let voided: [Int64]
  /// The facts that are no longer current.
  public let counts: Entry.Counts

  /// Makes a record.
  public init(entry: Int64, voided: [Int64], counts: Entry.Counts) {
    self.entry = entry
    self.voided = voided
    self.counts = counts
  }
}

/// What to do with a fact whose key has another value.
public enum ConflictRule: Sendable {
  /// Leave the book as it is, and say so.
  case refuse
  /// Record it as a new fact, in whose favour the old one steps back.
  case restate
}
