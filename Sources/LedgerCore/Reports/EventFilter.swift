/// Which shows a report covers.
public struct EventFilter: Equatable, Sendable {
  /// The keys of the shows; all if empty.
  public var events: [EventKey]
  /// The platforms, in lower case; all if empty.
  public var platforms: [String]
  /// The brands, of which a show has at least one, in lower case; all if empty.
  public var brands: [String]
  /// The creators, of whom a show has at least one, in lower case; all if empty.
  public var creators: [String]

  /// Creates a filter; platforms, brands and creators match in any case.
  public init(
    events: [EventKey] = [], platforms: [String] = [], brands: [String] = [],
    creators: [String] = []
  ) {
    self.events = events
    self.platforms = platforms.map { $0.lowercased() }
    self.brands = brands.map { $0.lowercased() }
    self.creators = creators.map { $0.lowercased() }
  }

  /// Whether it matches every show.
  public var isAll: Bool {
    events.isEmpty && platforms.isEmpty && brands.isEmpty && creators.isEmpty
  }

  /// Whether it filters by brand or creator.
  var isOfNames: Bool { !brands.isEmpty || !creators.isEmpty }

  /// Whether a show matches.
  public func matches(_ event: Event) -> Bool {
    (events.isEmpty || events.contains(event.key))
      && (platforms.isEmpty || platforms.contains(event.platform))
      && (brands.isEmpty || event.brands.contains { brands.contains($0.lowercased()) })
      && (creators.isEmpty || event.creators.contains { creators.contains($0.name.lowercased()) })
  }
}
