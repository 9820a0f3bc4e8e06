/// Keeps targets, and never changes one that it has kept.
public protocol TargetRepository {
  /// Records those targets of the batch that are new, all in one entry.
  ///
  /// - Throws: ``LedgerError`` where nothing of the batch could be recorded.
  func record(
    _ targets: [Target], as draft: Entry.Draft, onConflict: ConflictRule
  ) throws(LedgerError) -> Recording<Target>

  /// The targets of a market and of its events, or of all; a market's before its events', by metric
  /// and period.
  ///
  /// `entry`: the last entry that counts; `nil` for the newest.
  /// - Throws: ``LedgerError``
  func targets(in market: Market.Code?, asOf entry: Int64?) throws(LedgerError) -> [TargetRecord]
}

/// A target as the book has it.
public struct TargetRecord: Equatable, Sendable {
  /// The target.
  public let target: Target
  /// The market; that of its event, where it is for one.
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
