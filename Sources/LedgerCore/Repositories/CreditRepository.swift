/// Records which show sold an order, and never changes what is recorded.
public protocol CreditRepository {
  /// Records the new credits of the batch, all in one entry.
  ///
  /// The totals of the events change with it. A credit that is in the book adds nothing, no matter
  /// who says so, and when it was seen.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  func record(
    _ credits: [Credit], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Credit>

  /// Returns the current credits, by source, order, line and event, and what each comes to.
  ///
  /// `entry`: the last entry that counts; `nil` for the newest.
  /// - Throws: ``LedgerError``
  func credits(
    _ filter: CreditFilter, limit: Int?, asOf entry: Int64?
  ) throws(LedgerError) -> [CreditRecord]

  /// Returns how many current credits there are, by what they come to.
  ///
  /// `entry`: the last entry that counts; `nil` for the newest.
  /// - Throws: ``LedgerError``
  func creditCounts(
    _ filter: CreditFilter, asOf entry: Int64?
  ) throws(LedgerError) -> [CreditState: Int]
}

/// Which credits are asked for.
public struct CreditFilter: Equatable, Sendable {
  /// Only those to this event.
  public var event: EventKey?
  /// Only those of this order.
  public var order: String?
  /// Only those that come to this.
  public var state: CreditState?
  /// Only those that these entries recorded.
  public var entries: ClosedRange<Int64>?

  /// Makes a filter that lets everything through that it does not name.
  public init(
    event: EventKey? = nil, order: String? = nil, state: CreditState? = nil,
    entries: ClosedRange<Int64>? = nil
  ) {
    self.entries = entries
    self.event = event
    self.order = order
    self.state = state
  }
}

/// A credit as the book has it.
public struct CreditRecord: Equatable, Sendable {
  /// The credit.
  public let credit: Credit
  /// What it comes to.
  public let state: CreditState
  /// The entry that recorded it.
  public let entry: Int64

  /// Makes a record.
  public init(credit: Credit, state: CreditState, entry: Int64) {
    self.credit = credit
    self.state = state
    self.entry = entry
  }
}

/// What a credit comes to.
public enum CreditState: String, CaseIterable, Sendable {
  /// Sales of the order are credited to the show by it.
  case credited
  /// The book has no show with that key yet.
  case noShow = "no_show"
  /// The book has no such order, or no such line of it, yet.
  case noSale = "no_sale"
  /// The order is of another market than the show.
  case otherMarket = "other_market"
  /// Another credit of the same lines stands.
  case overruled
  /// It names no show, but a channel or a creator of an order that the book has.
  case named
}
