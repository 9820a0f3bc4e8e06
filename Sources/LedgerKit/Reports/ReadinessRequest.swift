public import LedgerCore
import LedgerImport

/// What a market's readiness is judged by, in words.
public struct ReadinessRequest: Sendable {
  /// The market.
  public var market: String
  /// The days that count.
  public var days = DayRange()
  /// The text of a policy in TOML, and its name for messages; `nil` for the policy that ships.
  public var policy: (toml: String, name: String)?
  /// The state of the book: an entry's number, a day or a time; `nil` for now.
  public var asOf: String?
  /// The seed of the random draws for confidence intervals.
  public var seed: UInt64 = 1

  /// Makes a request for the readiness of a market.
  public init(market: String) { self.market = market }
}

extension Book {
  /// Judges whether a market is ready, from one state of the book.
  ///
  /// - Throws: ``LedgerError``, or ``ProfileError`` for a policy that cannot be read.
  public func readiness(_ request: ReadinessRequest) throws -> Readiness {
    try ledger.reading {
      let reference = try ledger.reference()
      let market = try reference.market(request.market)
      let period = try period(request.days, in: market)
      let entry = try lastEntry(asOf: request.asOf, in: period.zone)
      let policy =
        if let own = request.policy {
          try ReadinessPolicy(toml: own.toml, name: own.name, reference: reference)
        } else { try ReadinessPolicy.standard(reference) }
      return try Readiness(
        of: market, in: ledger, by: policy,
        MarketReport.Request(
          period: period, asOf: entry, now: try now(asOf: entry),
          bootstrap: Bootstrap(seed: request.seed)),
        book: try state(asOf: entry))
    }
  }
}
