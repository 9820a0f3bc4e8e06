public import LedgerCore
import LedgerImport

/// What a market's readiness is judged by, in words.
public struct ReadinessRequest: Equatable, Sendable {
  /// The market.
  public var market: String
  /// The days that count.
  public var days = DayRange()
  /// The policy.
  public var policy = Policy.setting
  /// The rule that credits sales without an event to one, as ``CreditRule`` reads it;
  /// ``ReportRequest/noRule`` for none, `nil` for the book's setting, if it has one.
  public var credit: String?
  /// The state of the book: an entry's number, a day or a time; `nil` for now.
  public var asOf: String?
  /// The seed of the random draws for confidence intervals.
  public var seed: UInt64 = 1

  /// Makes a request for the readiness of a market.
  public init(market: String) { self.market = market }

  /// Which policy a market is judged by.
  public enum Policy: Equatable, Sendable {
    /// The one of the book's setting, else the one that ships.
    case setting
    /// The one that ships.
    case standard
    /// One in a file of TOML.
    case file(String)
    /// One in TOML, with the name that messages show.
    case toml(String, name: String)
  }
}

extension Book {
  /// Judges whether a market is ready, from one state of the book.
  ///
  /// - Throws: ``LedgerError``, or ``ProfileError`` for a policy that cannot be read.
  public func readiness(_ request: ReadinessRequest) throws -> Readiness {
    try ledger.reading {
      let reference = try ledger.reference()
      let market = try reference.market(request.market)
      let span = try span(request.days, asOf: request.asOf, in: market)
      let policy = try policy(request.policy, reference, asOf: span.entry)
      let credit = try credit(request.credit, asOf: span.entry)
      var own = MarketReport.Request(
        period: span.period, credit: credit.rule, asOf: span.entry, now: span.now,
        bootstrap: Bootstrap(seed: request.seed))
      own.settings = [span.setting, credit.setting, policy.setting].compactMap(\.self)
      return try Readiness(
        of: market, in: ledger, by: policy.policy, own, book: try state(asOf: span.entry))
    }
  }

  /// A policy, where no setting decides.
  func policy(
    _ policy: ReadinessRequest.Policy, _ reference: Reference
  ) throws -> ReadinessPolicy {
    switch policy {
    case .setting, .standard: try ReadinessPolicy.standard(reference)
    case .file(let path):
      try ReadinessPolicy(
        toml: try Host.text(of: path, for: .policy), name: Book.name(ofFile: path),
        reference: reference)
    case .toml(let text, let name):
      try ReadinessPolicy(toml: text, name: name, reference: reference)
    }
  }
}
