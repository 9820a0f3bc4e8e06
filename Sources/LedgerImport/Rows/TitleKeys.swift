import LedgerCore

/// Makes the keys of shows of their titles and days, as a person gets them who records a show.
final class TitleKeys {
  private let reference: Reference
  private let times: TimeReading
  /// When the shows start that would have the same key, in the order in which they come.
  private var starts: [EventKey: [Instant]] = [:]

  init?(_ profile: Profile, times: TimeReading, reference: Reference) {
    guard profile.eventKey?.isOfTitleAndDay == true else { return nil }
    self.reference = reference
    self.times = times
  }

  func key(
    title: String, platform: String, market: Market.Code, startsAt: Instant
  ) throws(LedgerError) -> EventKey {
    let day = try zone(of: market).day(of: startsAt)
    let key = try EventKey(title: title, platform: platform, day: day)
    var known = starts[key] ?? []
    if !known.contains(startsAt) { known.append(startsAt) }
    starts[key] = known
    let number = (known.firstIndex(of: startsAt) ?? 0) + 1
    return try EventKey(title: title, platform: platform, day: day, number: number)
  }

  private func zone(of code: Market.Code) throws(LedgerError) -> TimeZone {
    if let zone = times.markets?.zone(of: code) { return zone }
    let market = try reference.market(code.description)
    if let zone = market.timeZone.flatMap(ZoneDatabase.zone) ?? times.zone { return zone }
    // What is only assumed never becomes part of a key.
    let principal = market.principalZone.flatMap { $0.isAssumed ? nil : $0.name }
    return principal.flatMap(ZoneDatabase.zone) ?? .utc
  }
}
