public import LedgerCore

/// A claim about the rollout in words.
///
/// A date is a day, month, quarter, half or year, such as `2022-07-05` or `2022-H1`.
public struct ClaimWords: Equatable, Sendable {
  /// Its key; `nil` to make one of its other words.
  public var key: String?
  /// The market that it is about, if it names one.
  public var market: String?
  /// The platform that it is about, if it names one.
  public var platform: String?
  /// The stage; `nil` if the source only disputes another claim.
  public var stage: String?
  /// When the stage begins or began, if the source says so.
  public var effective: String?
  /// When the source said it.
  public var reported: String
  /// Who said it.
  public var source: String
  /// Where it can be read.
  public var url: String?
  /// The exact words.
  public var quote: String?
  /// The key of the claim that the source disputes.
  public var disputes: String?

  /// Makes a claim; it needs a market or a platform, and a stage or another claim to dispute.
  public init(
    key: String? = nil, market: String? = nil, platform: String? = nil, stage: String? = nil,
    effective: String? = nil, reported: String, source: String, url: String? = nil,
    quote: String? = nil, disputes: String? = nil
  ) {
    self.key = key
    self.market = market
    self.platform = platform
    self.stage = stage
    self.effective = effective
    self.reported = reported
    self.source = source
    self.url = url
    self.quote = quote
    self.disputes = disputes
  }
}

extension Book {
  /// The claim that words describe; ``Ledger`` records it.
  ///
  /// - Throws: ``LedgerError`` that names the word that is wrong.
  public func claim(_ words: ClaimWords) throws(LedgerError) -> Claim {
    try Claim(
      key: words.key.map { text throws(LedgerError) in try ClaimKey(text) },
      market: market(words.market)?.code, platform: words.platform,
      stage: words.stage.map { text throws(LedgerError) in try Claim.Stage(name: text) },
      effective: words.effective.map { text throws(LedgerError) in
        try checkedDate(text, field: "effective")
      },
      reported: checkedDate(words.reported, field: "reported"), source: words.source,
      url: words.url, quote: words.quote,
      disputes: words.disputes.map { text throws(LedgerError) in
        try ClaimKey(text, field: "disputes")
      })
  }
}
