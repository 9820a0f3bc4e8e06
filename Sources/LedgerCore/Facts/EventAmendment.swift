/// Corrections to an event; a field that is `nil` stays as it is.
///
/// The key and the market stay as well: other facts were recorded under them.
public struct EventAmendment: Equatable, Sendable {
  /// The platform that shows it.
  public var platform: String?
  /// What it is called.
  public var title: String?
  /// When it starts.
  public var startsAt: Instant?
  /// When it ends; `.some(nil)` if that is not known after all.
  public var endsAt: Instant??
  /// All brands whose products it shows.
  public var brands: [String]?
  /// Everyone who appears in it.
  public var creators: [Creator]?

  /// Makes an amendment that leaves everything as it is.
  public init() {}

  /// Makes the amendment that turns an event with the same key into this one.
  public init(to event: Event) {
    platform = event.platform
    title = event.title
    startsAt = event.startsAt
    endsAt = .some(event.endsAt)
    brands = event.brands
    creators = event.creators
  }

  /// Returns the event with the corrections.
  ///
  /// - Throws: ``LedgerError/amendedToNothing(event:start:end:)`` if only the start or the end is
  ///   amended and the end is not after the start; ``LedgerError/invalid(field:value:reason:)``
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
