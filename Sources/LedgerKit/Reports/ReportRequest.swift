public import LedgerCore

/// What a report is asked for, in words, as a command line or a query string has them.
public struct ReportRequest: Equatable, Sendable {
  /// The market, or several with commas between them, of which each counts once: `UK,DE`; `nil` for
  /// all that have events or sales.
  public var market: String?
  /// The days that the report covers.
  public var days = DayRange()
  /// What it is grouped by; `nil` for no groups.
  public var grouping: Grouping?
  /// Only events on these platforms; empty for all.
  public var platforms: [String] = []
  /// Only events of these brands; empty for all.
  public var brands: [String] = []
  /// Only events of these creators; empty for all.
  public var creators: [String] = []
  /// Only the events with these keys; empty for all.
  public var events: [String] = []
  /// The metric by which groups are sorted, largest first; `nil` for their own order.
  public var sort: String?
  /// The most events and groups to list; `nil` for all.
  public var limit: Int?
  /// The period to compare with: `previous`, `last-year` or `2021-11-01..2021-11-30`; `nil` for
  /// none.
  public var comparison: String?
  /// The period that refunds belong to.
  public var refunds = RefundDating.processed
  /// How many days after an event its refunds may arrive, 0 to 3660.
  public var refundDays = MarketReport.Request.refundDays
  /// The rule that credits sales without an event to one, as ``CreditRule`` reads it;
  /// ``noRule`` for none, `nil` for the book's setting, if it has one.
  public var credit: String?
  /// The ISO 4217 code of the currency that all amounts are converted to; ``noRule`` to keep
  /// currencies apart, `nil` for the book's setting, if it has one and groups are not products.
  public var currency: String?
  /// The state of the book: an entry's number, a day or a time; `nil` for now.
  public var asOf: String?
  /// The seed of the random draws for confidence intervals.
  public var seed: UInt64 = 1

  /// What stands for no credit rule and no currency, whatever the book's settings are.
  public static let noRule = "none"

  /// Makes a request for a report on a market, or several; `nil` for all.
  public init(market: String?) { self.market = market }

  /// What is contradictory in a request.
  public enum Contradiction: Equatable, Sendable, CaseIterable {
    /// Groups by product or by channel keep currencies apart.
    case linesInOneCurrency
    /// What sorts groups needs groups.
    case sortWithoutGroups
    /// The number of days for refunds is not 0 to 3660.
    case refundDays
  }

  /// The first contradiction in the request; `nil` if there is none.
  public var contradiction: Contradiction? {
    if let currency, currency != Self.noRule, grouping?.isOfLines ?? false {
      return .linesInOneCurrency
    }
    if sort != nil, grouping == nil { return .sortWithoutGroups }
    return (0...3660).contains(refundDays) ? nil : .refundDays
  }

  /// The events that it covers.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)``
  var filter: EventFilter {
    get throws(LedgerError) {
      EventFilter(
        events: try events.map { key throws(LedgerError) in try EventKey(key.trimmed) },
        platforms: platforms.map(\.trimmed), brands: brands.map(\.trimmed),
        creators: creators.map(\.trimmed))
    }
  }

  /// Refuses a request that contradicts itself.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)``
  func check() throws(LedgerError) {
    switch contradiction {
    case nil: break
    case .linesInOneCurrency:
      throw .invalid(
        field: "currency", value: currency ?? "",
        reason: "groups by product keep currencies apart: leave it out")
    case .sortWithoutGroups:
      throw .invalid(field: "sort", value: sort ?? "", reason: "sorts groups: group by something")
    case .refundDays:
      throw .invalid(field: "refund days", value: "\(refundDays)", reason: "are 0 to 3660")
    }
  }
}
