/// Takes back what was recorded, by recording a void.
public protocol VoidRepository {
  /// Voids an entry, or all of the loaded file that it is one batch of.
  ///
  /// - Throws: ``LedgerError/unknownEntry(_:last:)``, ``LedgerError/cannotVoid(entry:reason:)``
  func void(
    _ entry: Int64, _ extent: VoidExtent, reason: String, as draft: Entry.Draft
  ) throws(LedgerError) -> VoidRecord

  /// Returns the counts and sales that some entries recorded, whether or not they are current; an
  /// entry without any is left out.
  ///
  /// - Throws: ``LedgerError``
  func facts(ofEntries entries: Set<Int64>) throws(LedgerError) -> [Int64: EntryFacts]
}

/// The facts of an entry that the book itself can record again.
public struct EntryFacts: Equatable, Sendable {
  /// Its audience counts.
  public let counts: [AudienceCount]
  /// Its sales, cancellations, refunds and adjustments, each as the movement that it came to.
  public let sales: [Sale]

  /// Makes the facts of an entry.
  public init(counts: [AudienceCount], sales: [Sale]) {
    self.counts = counts
    self.sales = sales
  }
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
  /// The entries that record facts again which a void had taken back; empty where facts are taken
  /// back.
  public let again: [Int64]

  /// The entry that records the void.
  public var entry: Int64 { receipt.entry }

  /// Makes a record.
  public init(
    receipt: Receipt, voided: [Int64], counts: Entry.Counts, again: [Int64] = []
  ) {
    self.receipt = receipt
    self.voided = voided
    self.counts = counts
    self.again = again
  }
}

/// What to do with a fact if its key already has another value.
public enum ConflictRule: Sendable {
  /// Leave the book as it is and report the conflict.
  case refuse
  /// Record it as a new fact, which replaces the old one as the current one.
  case restate
}
