import LedgerCore
import Rows

/// The shows to which the current credits credit sales, in memory.
struct StandingCredits {
  private struct Standing {
    let line: Int64
    let event: Int64
    let market: Market.Code
  }

  /// By source and order number: the first that fits a line stands.
  private var credits: [Int64: [[UInt8]: [Standing]]] = [:]

  /// The events by which others are listed.
  private let listings: [Int64: Int64]

  init(session: any BookSession) throws(StorageError) {
    listings = try SameShowTable(session: session).listed()
    try session.forEach(CreditTable.selectStanding) { row throws(StorageError) in
      let standing = Standing(
        line: try row.integer(2), event: try row.integer(3), market: Market.Code(try row.text(4)))
      credits[try row.integer(0), default: [:]][Array(try row.text(1).utf8), default: []]
        .append(standing)
    }
  }

  /// The event to which a credit credits a line of an order; `nil` without such a credit.
  func credit(
    _ source: Int64, _ order: ArraySlice<UInt8>, _ line: Int64, in market: Market.Code
  ) -> Int64? {
    credits[source]?[Array(order)]?.first {
      ($0.line == line || $0.line == CreditTable.allLines) && $0.market == market
    }?.event
  }

  /// The event by which an event is listed.
  func listed(_ event: Int64) -> Int64 { listings[event] ?? event }
}
