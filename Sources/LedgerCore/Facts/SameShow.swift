/// A statement that two events are one show, which was recorded under two keys.
///
/// The show is listed once, by the facts and counts of the event that it keeps; what either sold is
/// of that one. The counts of the other stay as those of a second observer.
public struct SameShow: Equatable, Sendable {
  /// The event by which the show is listed.
  public let event: EventKey
  /// The event that is the same show.
  public let other: EventKey
  /// Who says so, or where, if known.
  public let citation: String?

  /// Makes a statement.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` for an invalid citation, or one event.
  public init(
    event: EventKey, other: EventKey, citation: String? = nil
  ) throws(LedgerError) {
    guard event != other else {
      throw .invalid(
        field: "event", value: other.description, reason: "is the other event itself: name two")
    }
    self.event = event
    self.other = other
    self.citation = if let citation { try checkedText(citation, field: "citation") } else { nil }
  }
}

extension SameShow: Fact {
  /// `event "b" as the same show`; an event is the same show as one other at most.
  public var subject: String { "event \"\(other)\" as the same show" }

  /// As which, and who says so.
  public var values: [(field: String, text: String)] {
    [("event", quoted(event.description)), ("citation", citation ?? "–")]
  }

  /// What is wrong has to be voided.
  public var remedy: LedgerError.ConflictRemedy { .voidRecorded }
}
