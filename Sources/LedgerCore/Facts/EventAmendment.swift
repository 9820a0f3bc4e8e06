/// What is to be corrected of an event; what is `nil` stays as it is.
///
/// The key and the market stay: facts were recorded of them.
public struct EventAmendment: Equatable, Sendable {
  /// Where it is shown.
  public var platform: String?
  /// What it is called.
  public var title: String?
  /// When it starts.
  public var startsAt: Instant?
  /// When it ends; `.some(nil)` where that is not known after all.
  public var endsAt: Instant??
  /// All brands whose products it shows.
  public var brands: [String]?
  /// All who appear in it.
  public var creators: [Creator]?

  /// Makes an amendment that leaves everything as it is.
  public init() {}

  /// Makes the amendment that leads to another event of the same key.
  public init(to event: Event) {
    platform = event.platform
    title = event.title
    startsAt = event.startsAt
    endsAt = .some(event.endsAt)
    brands = event.brands
    creators = event.creators
  }

  /// The event as it is corrected.
  ///
  /// - Throws: ``LedgerError/amendedToNothing(event:start:end:)`` where it would end before it
  ///   starts, one of which stays; ``LedgerError/invalid(field:value:reason:)``
  public func applied(to event: Event) throws(LedgerError) -> Event {
    let start = startsAt ?? event.startsAt
    if startsAt == nil || endsAt == nil, let end = endsAt ?? event.endsAt, end <= start {
      throw .amendedToNothing(event: event.key.description, start: start, end: end)
    }
    return try Event(
      key: event.key, market: event.market, platform: platform ?? event.platform,
      title: title ?? event.title, startsAt: startsAt ?? event.startsAt,
      endsAt: endsAt ?? event.endsAt, brands: brands ?? event.brands,
      creators: creators ?? event.creators)
  }
}
