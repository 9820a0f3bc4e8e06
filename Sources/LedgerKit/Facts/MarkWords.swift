public import LedgerCore

/// A mark of a show in words.
public struct MarkWords: Equatable, Sendable {
  /// The key of the show.
  public var event: String
  /// When it happens or begins: `now`, a time of the show's clock such as `20:15`, or ISO 8601.
  public var at: String
  /// The first instant after it, as `at`; `nil` for none.
  public var until: String?
  /// The zone of times without one; `nil` for the setting of the show's market.
  public var zone: String?
  /// What it is about, such as `host`.
  public var kind: String
  /// What happened.
  public var text: String?
  /// Whom it is about.
  public var creator: String?

  /// Makes a mark.
  public init(
    event: String, at: String, until: String? = nil, zone: String? = nil,
    kind: String = Mark.Kind.note.rawValue, text: String? = nil, creator: String? = nil
  ) {
    self.event = event
    self.at = at
    self.until = until
    self.zone = zone
    self.kind = kind
    self.text = text
    self.creator = creator
  }
}

extension Book {
  /// The mark that words describe, which ``Ledger`` records, and its show.
  ///
  /// - Throws: ``LedgerError/unknownEvent(_:near:count:)``, and ``LedgerError`` that names the word
  ///   that is wrong.
  public func mark(_ words: MarkWords) throws(LedgerError) -> (mark: Mark, show: Event) {
    let show = try ledger.event(EventKey(words.event)).totals.event
    let start = try instant(words.at, zone: words.zone, field: "at", of: show)
    let end = try words.until.map { text throws(LedgerError) in
      try instant(text, zone: words.zone, field: "until", of: show)
    }
    let mark = try Mark(
      event: show.key, startsAt: start, endsAt: end, kind: Mark.Kind(name: words.kind),
      text: words.text, creator: words.creator)
    return (mark, show)
  }

  /// Reads an instant of a show: `now`, the time of day that is in the show or nearest to it, or
  /// ISO 8601.
  ///
  /// - Throws: ``LedgerError/time(field:value:error:)``,
  ///   ``LedgerError/invalid(field:value:reason:)``
  func instant(
    _ text: String, zone: String?, field: String, of show: Event
  ) throws(LedgerError) -> Instant {
    if text.lowercased() == "now" { return clock.now() }
    guard let time = ShowClock(text) else {
      do { return try instant(text, zone: zone, field: field) { show.market } } catch {
        guard case .time(_, _, .notISO8601) = error else { throw error }
        throw .invalid(
          field: field, value: text,
          reason: "is not a time: write now, 20:15 or 2021-12-08T17:00:00Z")
      }
    }
    guard let clocks = try certainZone(zone, in: show.market) else {
      throw .time(field: field, value: text, error: .noZone(text, offsetFits: false))
    }
    do { return try time.instant(of: show, in: clocks) } catch {
      throw .time(field: field, value: text, error: error)
    }
  }

  /// The marks of a show, of a market's shows, or of all, by show and start.
  ///
  /// `kind`: only those about this. `asOf`: as for the other lists.
  ///
  /// - Throws: ``LedgerError/unknownEvent(_:near:count:)``, ``LedgerError``
  public func marks(
    of event: String? = nil, in market: String? = nil, kind: String? = nil, asOf: String? = nil
  ) throws(LedgerError) -> [MarkRecord] {
    let entry = try lastEntry(asOf: asOf, in: .utc)
    let filter = MarkFilter(
      event: try known(event), market: try self.market(market)?.code,
      kind: try kind.map { name throws(LedgerError) in try Mark.Kind(name: name) })
    return try ledger.marks(filter, asOf: entry)
  }

  /// The shifts of a market's shows, or of one show, with their parts of audience and sales.
  ///
  /// - Throws: ``LedgerError/unknownEvent(_:near:count:)``, ``LedgerError``
  public func shifts(
    in market: String? = nil, of event: String? = nil, asOf: String? = nil
  ) throws(LedgerError) -> [Shift] {
    let entry = try lastEntry(asOf: asOf, in: .utc)
    let key = try known(event)
    let chosen: Market
    if let given = try self.market(market) {
      chosen = given
    } else if let key {
      chosen = try ledger.reference().market(
        ledger.event(key).totals.event.market.description)
    } else {
      throw .invalid(field: "market", value: "", reason: "is needed without a show")
    }
    return try Shift.shifts(
      of: chosen, event: key, in: ledger, now: clock.now(), asOf: entry)
  }

  /// What was added to the reported totals of a show between two observations, and who led it.
  ///
  /// - Throws: ``LedgerError/unknownEvent(_:near:count:)``, ``LedgerError``
  public func reportedParts(of event: String) throws(LedgerError) -> [ReportedPart] {
    let shifts = try shifts(of: event)
    let history = try ledger.history(of: EventKey(event))
    return ReportedPart.parts(history.reported.map(\.total), shifts)
  }

  private func known(_ event: String?) throws(LedgerError) -> EventKey? {
    guard let event else { return nil }
    return try ledger.event(EventKey(event)).totals.event.key
  }
}
