/// What a source said, on a day, of how far live shopping is in a market or on a platform.
public struct Claim: Equatable, Sendable {
  /// How far it is said to be.
  public enum Stage: String, CaseIterable, Sendable {
    /// Somebody who does not decide expects it.
    case rumoured
    /// It is intended, and not made public by whoever decides.
    case planned
    /// Whoever decides has made public that it will come.
    case announced
    /// It is tried with some users or sellers.
    case piloting
    /// It is open to the market.
    case live
    /// It ran, or was to come, and is put off.
    case paused
    /// The plan for it was given up.
    case dropped
    /// It ran and was closed.
    case withdrawn

    /// The stage of a name, in capitals or not.
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
  /// The market that it is about; `nil` where the source names none.
  public let market: Market.Code?
  /// The platform that it is about, in lower case; `nil` where the source names none.
  public let platform: String?
  /// How far it is said to be; `nil` where the source only disputes another claim.
  public let stage: Stage?
  /// When the stage begins, has begun, or is planned to begin, if the source says so.
  public let effective: PartialDate?
  /// When the source said it.
  public let reported: PartialDate
  /// Who said it.
  public let source: String
  /// Where it can be read.
  public let url: String?
  /// In which words it was said.
  public let quote: String?
  /// The claim that this one says is wrong.
  public let disputes: ClaimKey?

  /// Makes a claim; its key is made of what it says where none is given.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` where it names neither a market nor a
  ///   platform, neither has a stage nor disputes another claim, or disputes itself; and for texts
  ///   that are none.
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

  /// When what it says holds: its effective date, else the date of the report.
  public var holds: PartialDate { effective ?? reported }
}

/// The short name of a claim, by which another can dispute it.
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

  /// Makes a readable key of pieces: `DE`, `planned`, `2022-07-05` give `de-planned-2022-07-05`.
  init(parts: [String]) throws(LedgerError) { try self.init(keyText(parts)) }
}

/// A link that a fact may carry.
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

  /// Everything beside the key.
  public var values: [(field: String, text: String)] {
    [
      ("market", market?.description ?? "–"), ("platform", platform.map(quoted) ?? "–"),
      ("stage", stage?.rawValue ?? "–"), ("effective", effective?.description ?? "–"),
      ("reported", reported.description), ("source", quoted(source)), ("url", url ?? "–"),
      ("quote", quote.map(quoted) ?? "–"), ("disputes", disputes?.description ?? "–"),
    ]
  }

  /// A key is of one claim.
  public var remedy: LedgerError.ConflictRemedy { .anotherClaim }
}
