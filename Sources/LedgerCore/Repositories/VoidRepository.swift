/// Takes back what was recorded, by recording a void.
public protocol VoidRepository {
  /// Voids an entry, or all of the loaded file that it is one batch of.
  ///
  /// - Throws: ``LedgerError/unknownEntry(_:last:)``, ``LedgerError/cannotVoid(entry:reason:)``
  func void(
    _ entry: Int64, _ extent: VoidExtent, reason: String, as draft: Entry.Draft
  ) throws(LedgerError) -> VoidRecord
}

extension VoidRepository {
  /// Voids an entry; if it is one batch of a loaded file, voids the whole file.
  ///
  /// - Throws: ``LedgerError/unknownEntry(_:last:)``, ``LedgerError/cannotVoid(entry:reason:)``
  public func void(
    _ entry: Int64, reason: String, as draft: Entry.Draft
  ) throws(LedgerError) -> VoidRecord {
    try void(entry, .file, reason: reason, as: draft)
  }
}

/// How much is taken back with an entry.
public enum VoidExtent: Sendable {
  /// Nothing but the entry.
  case entry
  /// All entries of the loaded file that it is one batch of, if it is one.
  case file
}

/// What a void took back.
public struct VoidRecord: Equatable, Sendable {
  /// The receipt of the entry that records the void.
  public let receipt: Receipt
  /// The entries that it took back.
  public let voided: [Int64]
  /// The facts that are no longer current.
  public let counts: Entry.Counts

  /// The entry that records the void.
  public var entry: Int64 { receipt.entry }

  /// Makes a record.
  public init(receipt: Receipt, voided: [Int64], counts: Entry.Counts) {
    self.receipt = receipt
    self.voided = voided
    self.counts = counts
  }
}

/// What to do with a fact if its key already has another value.
public enum ConflictRule: Sendable {
  /// Leave the book as it is and report the conflict.
  case refuse
  /// Record it as a new fact, which replaces the old one as the current one.
  case restate
}
