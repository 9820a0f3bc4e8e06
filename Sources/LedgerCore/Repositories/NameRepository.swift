/// Lists the names in a book.
///
/// They show whether a filter has an unknown name, or only finds nothing.
public protocol NameRepository {
  /// Returns the names of events and members that were current as of an entry, and those that
  /// aliases show for them.
  ///
  /// `entry`: the last entry that counts; `nil` for now.
  /// - Throws: ``LedgerError``
  func eventNames(asOf entry: Int64?) throws(LedgerError) -> EventNames
}

/// The names of a book's events, including those before amendments, and of programmes' members.
public struct EventNames: Equatable, Sendable {
  /// Their keys.
  public let keys: Set<String>
  /// The platforms that show them, or have programmes, in lower case.
  public let platforms: Set<String>
  /// The brands whose products they show.
  public let brands: Set<String>
  /// Who appears in them, or has joined a programme.
  public let creators: Set<String>

  /// Makes a set of names.
  public init(
    keys: Set<String>, platforms: Set<String>, brands: Set<String>, creators: Set<String>
  ) {
    self.keys = keys
    self.platforms = platforms
    self.brands = brands
    self.creators = creators
  }

  /// Refuses names that no event has; the case of brands, creators and platforms does not matter.
  ///
  /// - Throws: ``LedgerError/unknownEvent(_:near:count:)``, ``LedgerError/unknownName(_:_:near:)``
  public func check(
    events: [String] = [], platforms: [String] = [], brands: [String] = [],
    creators: [String] = []
  ) throws(LedgerError) {
    for key in events where !keys.contains(key) {
      throw .unknownEvent(key, near: nearest(to: key, among: keys.sorted()), count: keys.count)
    }
    try Self.check(platforms, .platform, among: self.platforms)
    try Self.check(brands, .brand, among: self.brands)
    try Self.check(creators, .creator, among: self.creators)
  }

  private static func check(
    _ names: [String], _ thing: LedgerError.NamedThing, among known: Set<String>
  ) throws(LedgerError) {
    guard !names.isEmpty else { return }
    let byName = Dictionary(
      known.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    for name in names where byName[name.lowercased()] == nil {
      let near = nearest(to: name.lowercased(), among: byName.keys.sorted())
      throw .unknownName(thing, name, near: near.compactMap { byName[$0] })
    }
  }
}

extension NameRepository {
  /// Refuses a filter with a name that no event had as of an entry; `asOf`: `nil` for now.
  ///
  /// - Throws: ``LedgerError/unknownEvent(_:near:count:)``, ``LedgerError/unknownName(_:_:near:)``,
  ///   ``LedgerError/recordedLater(field:name:entry:)`` for a name that only later events have
  public func checkNames(_ filter: EventFilter, asOf: Int64?) throws(LedgerError) {
    guard !filter.isAll else { return }
    try eventNames(asOf: nil).check(filter)
    guard let asOf else { return }
    do { try eventNames(asOf: asOf).check(filter) } catch {
      guard let (field, name) = error.subject else { throw error }
      throw .recordedLater(field: field, name: name, entry: asOf)
    }
  }
}

extension EventNames {
  fileprivate func check(_ filter: EventFilter) throws(LedgerError) {
    try check(
      events: filter.events.map(\.description), platforms: filter.platforms,
      brands: filter.brands, creators: filter.creators)
  }
}
