/// Which shows a report is about.
public struct EventFilter: Equatable, Sendable {
  /// Their keys; all where empty.
  public var events: [EventKey]
  /// The platforms, in lower case; all where empty.
  public var platforms: [String]
  /// Brands, of which a show has one; all where empty.
  public var brands: [String]
  /// Creators, of whom a show has one; all where empty.
  public var creators: [String]

  /// Makes a filter; brands and creators match whatever their case.
  public init(
    events: [EventKey] = [], platforms: [String] = [], brands: [String] = [],
    creators: [String] = []
  ) {
    self.events = events
    self.platforms = platforms.map { $0.lowercased() }
    self.brands = brands.map { $0.lowercased() }
    self.creators = creators.map { $0.lowercased() }
  }

  /// Whether it leaves nothing out.
  public var isAll: Bool {
    events.isEmpty && platforms.isEmpty && brands.isEmpty && creators.isEmpty
  }

  /// Whether it asks for brands or creators.
  var isOfNames: Bool { !brands.isEmpty || !creators.isEmpty }

  /// Whether a show is among them.
  public func matches(_ event: Event) -> Bool {
    (events.isEmpty || events.contains(event.key))
      && (platforms.isEmpty || platforms.contains(event.platform))
      && (brands.isEmpty || event.brands.contains { brands.contains($0.lowercased()) })
      && (creators.isEmpty || event.creators.contains { creators.contains($0.name.lowercased()) })
  }
}
