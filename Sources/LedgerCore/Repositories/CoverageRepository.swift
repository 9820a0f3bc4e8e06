/// Records over which time sales are complete, and never changes what is recorded.
public protocol CoverageRepository {
  /// Records the new coverages of the batch, all in one entry.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  func record(
    _ coverages: [Coverage], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Coverage>

  /// Returns the coverages of a market, or of all markets, by market and start.
  ///
  /// `entry`: the last entry that counts; `nil` for the newest.
  /// - Throws: ``LedgerError``
  func coverages(
    in market: Market.Code?, asOf entry: Int64?
  ) throws(LedgerError) -> [CoverageRecord]

  /// Returns how many orders each source of a market sold in a period, and how many name an event.
  ///
  /// Sources are in the order of their names. Reads all sales.
  ///
  /// `entry`: the last entry that counts; `nil` for the newest.
  /// - Throws: ``LedgerError``
  func sourceOrders(
    in market: Market.Code, during period: InstantRange, asOf entry: Int64?
  ) throws(LedgerError) -> [SourceOrders]
}

/// A coverage as the book has it.
public struct CoverageRecord: Equatable, Sendable {
  /// The coverage.
  public let coverage: Coverage
  /// The entry that recorded it.
  public let entry: Int64

  /// Makes a record.
  public init(coverage: Coverage, entry: Int64) {
    self.coverage = coverage
    self.entry = entry
  }
}

/// How many orders of a source were sold, and how many of them name an event.
public struct SourceOrders: Equatable, Sendable {
  /// The system that numbers the orders.
  public let source: String
  /// Its different orders with a line of kind `sale`.
  public let orders: Int64
  /// Those of them of which such a line names an event.
  public let credited: Int64

  /// Makes the counts of a source.
  public init(source: String, orders: Int64, credited: Int64) {
    self.source = source
    self.orders = orders
    self.credited = credited
  }
}
