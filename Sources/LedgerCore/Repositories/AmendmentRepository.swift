/// Corrects what was recorded of events, by recording that it was wrong.
public protocol AmendmentRepository {
  /// Records what an event is corrected to, unless it is so already.
  ///
  /// - Throws: ``LedgerError/unknownEvent(_:near:count:)``,
  ///   ``LedgerError/invalid(field:value:reason:)``
  func amend(
    _ key: EventKey, _ amendment: EventAmendment, as draft: Entry.Draft
  ) throws(LedgerError) -> AmendedEvent
}

/// An event before and after an amendment.
public struct AmendedEvent: Equatable, Sendable {
  /// The entry that records the amendment; `nil` where the event was so already.
  public let entry: Int64?
  /// As it was.
  public let before: Event
  /// As it is.
  public let after: Event

  /// Makes an amended event.
  public init(entry: Int64?, before: Event, after: Event) {
    self.entry = entry
    self.before = before
    self.after = after
  }
}
