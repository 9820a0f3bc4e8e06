/// A live show.
public struct Event: Equatable, Sendable {
  /// The name that the user gave it.
  public let key: EventKey
  /// The market in which it sells.
  public let market: Market.Code
  /// Where it is shown, in lower case: `tiktok`.
  public let platform: String
  /// What it is called.
  public let title: String
  /// When it starts.
  public let startsAt: Instant
  /// When it ends, where that is known.
  public let endsAt: Instant?
  /// The brands whose products it shows.
  public let brands: [String]
  /// Who appears in it.
  public let creators: [Creator]

  /// Makes an event.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` for an end that is not after the start,
  ///   a text that is none, and a brand or creator named twice.
  public init(
    key: EventKey, market: Market.Code, platform: String, title: String, startsAt: Instant,
    endsAt: Instant? = nil, brands: [String] = [], creators: [Creator] = []
  ) throws(LedgerError) {
    if let endsAt, endsAt <= startsAt {
      throw .invalid(
        field: "end", value: "\(endsAt)", reason: "is not after the start, \(startsAt)")
    }
    self.key = key
    self.market = market
    self.platform = try checkedText(platform, field: "platform").lowercased()
    self.title = try checkedText(title, field: "title")
    self.startsAt = startsAt
    self.endsAt = endsAt
    self.brands = try brands.map { brand throws(LedgerError) in
      try checkedText(brand, field: "brand")
    }
    self.creators = creators
    if let brand = repeated(brands) {
      throw .invalid(field: "brand", value: brand, reason: "is named twice")
    }
    if let name = repeated(creators.lazy.map(\.name)) {
      throw .invalid(field: "creator", value: name, reason: "is named twice")
    }
  }

  /// How long it lasts, in milliseconds, where its end is known.
  public var duration: Int64? { endsAt.map { $0.milliseconds - startsAt.milliseconds } }
}

private func repeated(_ names: some Collection<String>) -> String? {
  // As most shows have it.
  guard names.count > 1 else { return nil }
  var seen: Set<String> = []
  return names.first { !seen.insert($0).inserted }
}
