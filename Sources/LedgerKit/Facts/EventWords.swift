public import LedgerCore

/// An event in words.
public struct EventWords: Equatable, Sendable {
  /// Its key; `nil` to make one of its title and day.
  public var key: String?
  /// Its market.
  public var market: String
  /// The platform that shows it, such as `tiktok`.
  public var platform: String
  /// Its title.
  public var title: String
  /// When it starts, in ISO 8601.
  public var starts: String
  /// When it ends; `nil` if that is not known.
  public var ends: String?
  /// The zone of times without one; `nil` for the setting of the market.
  public var zone: String?
  /// The brands whose products it shows.
  public var brands: [String]
  /// Who appears in it.
  public var creators: [Creator]

  /// Makes an event.
  public init(
    key: String? = nil, market: String, platform: String, title: String, starts: String,
    ends: String? = nil, zone: String? = nil, brands: [String] = [], creators: [Creator] = []
  ) {
    self.key = key
    self.market = market
    self.platform = platform
    self.title = title
    self.starts = starts
    self.ends = ends
    self.zone = zone
    self.brands = brands
    self.creators = creators
  }
}

extension Book {
  /// Records an event; one without a key gets the first of those that its title and day make that
  /// is not in use.
  ///
  /// - Returns: the event, and what happened to it.
  /// - Throws: ``LedgerError``
  public func record(
    _ words: EventWords, as draft: Entry.Draft
  ) throws(LedgerError) -> (fact: Event, recording: Recording<Event>) {
    let market = try ledger.reference().market(words.market)
    func instant(_ text: String, _ field: String) throws(LedgerError) -> Instant {
      try self.instant(text, zone: words.zone, field: field) { market.code }
    }
    let startsAt = try instant(words.starts, "starts")
    let endsAt = try words.ends.map { text throws(LedgerError) in try instant(text, "ends") }
    let day = try keyZone(words, in: market).day(of: startsAt)
    var number = 1
    while true {
      let key =
        if let given = words.key { try EventKey(given) } else {
          try EventKey(
            title: words.title, platform: words.platform, day: day, number: number)
        }
      let event = try Event(
        key: key, market: market.code, platform: words.platform, title: words.title,
        startsAt: startsAt, endsAt: endsAt, brands: words.brands, creators: words.creators)
      let recording = try ledger.record([event], as: draft)
      // A key that was made, not given, gives way to one that is in use.
      guard words.key == nil, case .conflicting = recording.outcomes.first else {
        return (event, recording)
      }
      number += 1
    }
  }

  /// The zone of the day that a key is made of.
  private func keyZone(
    _ words: EventWords, in market: Market
  ) throws(LedgerError) -> TimeZone {
    if words.key == nil, let setting = try use(.zone(market.code), asOf: nil)?.setting.value {
      return try zone(setting)
    }
    // What is only assumed never becomes part of a key.
    guard let name = market.timeZone ?? words.zone ?? market.certainZone else { return .utc }
    return try zone(name)
  }
}
