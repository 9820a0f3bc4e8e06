/// Records which names stand for others, and never changes what is recorded.
public protocol AliasRepository {
  /// Records the new aliases of the batch, all in one entry.
  ///
  /// A name stands for one other at most, and that one for none.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  func record(
    _ aliases: [Alias], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Alias>

  /// Returns the current aliases, by kind, canonical name and name.
  ///
  /// `entry`: the last entry that counts; `nil` for the newest.
  /// - Throws: ``LedgerError``
  func aliases(asOf entry: Int64?) throws(LedgerError) -> [AliasRecord]
}

/// An alias, and the entry that recorded it.
public struct AliasRecord: Equatable, Sendable {
  /// The alias.
  public let alias: Alias
  /// The entry that recorded it.
  public let entry: Int64

  /// Makes a record.
  public init(alias: Alias, entry: Int64) {
    self.alias = alias
    self.entry = entry
  }
}

extension AliasRepository {
  /// The current aliases, to apply them to what is read.
  ///
  /// - Throws: ``LedgerError``
  public func currentAliases(asOf entry: Int64?) throws(LedgerError) -> Aliases {
    Aliases(try aliases(asOf: entry).map(\.alias))
  }
}
