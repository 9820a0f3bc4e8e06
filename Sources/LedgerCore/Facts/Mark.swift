/// A mark of a show: what happened in it at an instant, or over a stretch of time.
public struct Mark: Equatable, Sendable {
  /// What a mark is about.
  public enum Kind: String, CaseIterable, Sendable {
    /// Anything worth a note.
    case note
    /// Somebody leads the show: a shift.
    case host
    /// Somebody is invited to the show.
    case guest
    /// A product is shown.
    case product
    /// A price, coupon or giveaway applies.
    case offer
    /// The show pauses.
    case pause = "break"
    /// Picture, sound, platform or shop fail.
    case technical
  }

  /// The event.
  public let event: EventKey
  /// When it happens, or begins.
  public let startsAt: Instant
  /// The first instant after it; `nil` for an instant, and where it is not known.
  public let endsAt: Instant?
  /// What it is about.
  public let kind: Kind
  /// What happened, if that was said.
  public let text: String?
  /// The name of whom it is about, as events credit it, if it is about somebody.
  public let creator: String?

  /// Makes a mark.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` for an invalid text or name, an end
  ///   that is not after the start, a shift of nobody, and a mark that has neither text nor name.
  public init(
    event: EventKey, startsAt: Instant, endsAt: Instant? = nil, kind: Kind = .note,
    text: String? = nil, creator: String? = nil
  ) throws(LedgerError) {
    if let endsAt, endsAt <= startsAt {
      throw .invalid(
        field: "until", value: "\(endsAt)", reason: "is not after the start, \(startsAt)")
    }
    if kind == .host, creator == nil {
      throw .invalid(
        field: "creator", value: "", reason: "is needed for a mark of kind host: name the host")
    }
    if text == nil, creator == nil {
      throw .invalid(field: "text", value: "", reason: "is missing: a mark has a text or a creator")
    }
    self.event = event
    self.startsAt = startsAt
    self.endsAt = endsAt
    self.kind = kind
    self.text = if let text { try checkedText(text, field: "text") } else { nil }
    self.creator = if let creator { try checkedText(creator, field: "creator") } else { nil }
  }

  /// Whether it is in the time of its event, as far as that is known.
  public func isInside(_ event: Event) -> Bool {
    startsAt >= event.startsAt && event.endsAt.map { (endsAt ?? startsAt) <= $0 } ?? true
  }
}

extension Mark.Kind {
  /// The kind of a name.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` that lists the kinds.
  public init(name: String) throws(LedgerError) {
    guard let kind = Mark.Kind(rawValue: name.lowercased()) else {
      let names = Mark.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw .invalid(
        field: "kind", value: name, reason: "is no kind of mark; the kinds are \(names)")
    }
    self = kind
  }
}

extension Mark: Fact {
  /// `host mark "on stage" of "Amy" of event "a" at 2021-12-08T17:05:00Z`; only its end can differ.
  public var subject: String {
    "\(kind.rawValue) mark" + (text.map { " \(quoted($0))" } ?? "")
      + (creator.map { " of \(quoted($0))" } ?? "") + " of event \"\(event)\" at \(startsAt)"
  }

  /// When it ends.
  public var values: [(field: String, text: String)] {
    [("until", endsAt?.description ?? "–")]
  }

  /// What is wrong has to be voided.
  public var remedy: LedgerError.ConflictRemedy { .recordAnew }
}
