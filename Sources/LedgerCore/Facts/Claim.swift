/// What a source said, on a date, about the stage of live shopping in a market or on a platform.
public struct Claim: Equatable, Sendable {
  /// How far live shopping is.
  public enum Stage: String, CaseIterable, Sendable {
    /// Someone who does not decide expects it.
    case rumoured
    /// It is intended, but the decision maker has not made it public.
    case planned
    /// The decision maker has made public that it will come.
    case announced
    /// It is being tried with some users or sellers.
    case piloting
    /// It is open to the market.
    case live
    /// It ran, or was to come, and is on hold.
    case paused
    /// The plan for it was dropped.
    case dropped
    /// It ran and was closed.
    case withdrawn

    /// Makes the stage with a name, in capitals or not.
    ///
    /// - Throws: ``LedgerError/invalid(field:value:reason:)``
    public init(name: String) throws(LedgerError) {
      if let stage = Stage(rawValue: name.lowercased()) {
        self = stage
        return
      }
      let stages = Stage.allCases.map(\.rawValue).joined(separator: ", ")
      throw .invalid(field: "stage", value: name, reason: "is not one of \(stages)")
    }
  }

  /// The name of the claim, unique in a book.
  public let key: ClaimKey
  /// The market that it is about; `nil` if the source names none.
  public let market: Market.Code?
  /// The platform that it is about, in lower case; `nil` if the source names none.
  public let platform: String?
  /// The stage; `nil` if the source only disputes another claim.
  public let stage: Stage?
  /// When the stage begins, began or is planned to begin, if the source says so.
  public let effective: PartialDate?
  /// When the source said it.
  public let reported: PartialDate
  /// Who said it.
  public let source: String
  /// The URL where it can be read.
  public let url: String?
  /// The exact words.
  public let quote: String?
  /// The claim that this one disputes.
  public let disputes: ClaimKey?

  /// Makes a claim; without a key, it gets one made from its other fields.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` for a claim that names neither a market
  ///   nor a platform, that neither has a stage nor disputes another claim, that disputes itself,
  ///   or that has an effective date without a stage; and for an invalid text.
  public init(
    key: ClaimKey? = nil, market: Market.Code?, platform: String? = nil, stage: Stage?,
    effective: PartialDate? = nil, reported: PartialDate, source: String, url: String? = nil,
    quote: String? = nil, disputes: ClaimKey? = nil
  ) throws(LedgerError) {
    self.market = market
    self.platform =
      if let platform {
        try checkedText(platform, field: "platform").lowercased()
      } else { nil }
    guard market != nil || platform != nil else {
      throw .invalid(
        field: "market", value: "",
        reason: "is not given: a claim names a market, a platform, or both"
      )
    }
    guard stage != nil || disputes != nil else {
      throw .invalid(
        field: "stage", value: "",
        reason: "is not given: a claim has a stage, or disputes another claim")
    }
    if stage == nil, let effective {
      throw .invalid(
        field: "effective", value: effective.description,
        reason: "is the date of a stage, which is not given")
    }
    self.stage = stage
    self.effective = effective
    self.reported = reported
    self.source = try checkedText(source, field: "source")
    self.url = if let url { try checkedURL(url) } else { nil }
    self.quote = if let quote { try checkedText(quote, field: "quote") } else { nil }
    self.disputes = disputes
    self.key =
      if let key { key } else {
        try ClaimKey(parts: [
          market?.description ?? "", platform ?? "", stage?.rawValue ?? "dispute",
          reported.description, source,
        ])
      }
    guard self.key != disputes else {
      throw .invalid(
        field: "disputes", value: self.key.description, reason: "is the claim itself")
    }
  }

  /// When its statement applies: its effective date, or else the date of the report.
  public var holds: PartialDate { effective ?? reported }
}

/// The short name of a claim; another claim uses it to dispute this one.
public struct ClaimKey: Hashable, Sendable, CustomStringConvertible {
  /// The key as it is written.
  public let description: String

  /// Makes a key.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` unless `text` is 1 to 128 characters of
  ///   ASCII letters, digits and `-`, `_`, `.`, `:`.
  public init(_ text: String, field: String = "claim") throws(LedgerError) {
    try checkKey(text, field: field)
    description = text
  }

  /// Makes a readable key from parts: `DE`, `planned`, `2022-07-05` give `de-planned-2022-07-05`.
  init(parts: [String]) throws(LedgerError) { try self.init(keyText(parts)) }
}

/// Checks a link that a fact may carry, and returns it.
///
/// - Throws: ``LedgerError/invalid(field:value:reason:)``
func checkedURL(_ text: String) throws(LedgerError) -> String {
  let text = try checkedText(text, field: "url")
  guard text.hasPrefix("https://") || text.hasPrefix("http://"), !text.contains(" ") else {
    throw .invalid(field: "url", value: text, reason: "is not a link that begins with https://")
  }
  return text
}

extension Claim: Fact {
  /// `claim "de-planned-2022-07-05-financial-times"`.
  public var subject: String { "claim \"\(key)\"" }

  /// Everything except the key.
  public var values: [(field: String, text: String)] {
    [
      ("market", market?.description ?? "–"), ("platform", platform.map(quoted) ?? "–"),
      ("stage", stage?.rawValue ?? "–"), ("effective", effective?.description ?? "–"),
      ("reported", reported.description), ("source", quoted(source)), ("url", url ?? "–"),
      ("quote", quote.map(quoted) ?? "–"), ("disputes", disputes?.description ?? "–"),
    ]
  }

  /// A key identifies one claim.
  public var remedy: LedgerError.ConflictRemedy { .anotherClaim }
}
