/// Records targets, and never changes one that is recorded.
public protocol TargetRepository {
  /// Records the new targets of the batch, all in one entry.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  func record(
    _ targets: [Target], as draft: Entry.Draft, onConflict: ConflictRule
  ) throws(LedgerError) -> Recording<Target>

  /// Returns the targets of a market and of its events, or of all markets.
  ///
  /// A market's own come before those of its events, each by metric and period.
  ///
  /// `entry`: the last entry that counts; `nil` for the newest.
  /// - Throws: ``LedgerError``
  func targets(in market: Market.Code?, asOf entry: Int64?) throws(LedgerError) -> [TargetRecord]
}

/// A target as the book has it.
public struct TargetRecord: Equatable, Sendable {
  /// The target.
  public let target: Target
  /// The market; for an event's target, the event's market.
  public let market: Market.Code
  /// The entry that recorded it.
  public let entry: Int64

  /// Makes a record.
  public init(target: Target, market: Market.Code, entry: Int64) {
    self.target = target
    self.market = market
    self.entry = entry
  }
}
