/// A live show.
public struct Event: Equatable, Sendable {
  /// The key that the user chose for it.
  public let key: EventKey
  /// The market that it sells in.
  public let market: Market.Code
  /// The platform that shows it, in lower case: `tiktok`.
  public let platform: String
  /// What it is called.
  public let title: String
  /// When it starts.
  public let startsAt: Instant
  /// When it ends, if that is known.
  public let endsAt: Instant?
  /// The brands whose products it shows.
  public internal(set) var brands: [String]
  /// Who appears in it.
  public internal(set) var creators: [Creator]

  /// Makes an event.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` for an end that is not after the start,
  ///   an invalid text, and a brand or creator that is named twice.
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

  /// Its duration in milliseconds, if its end is known.
  public var duration: Int64? { endsAt.map { $0.milliseconds - startsAt.milliseconds } }
}

private func repeated(_ names: some Collection<String>) -> String? {
  // Most events name at most one.
  guard names.count > 1 else { return nil }
  var seen: Set<String> = []
  return names.first { !seen.insert($0).inserted }
}
