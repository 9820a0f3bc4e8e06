/// Corrects what was recorded about events, by recording corrections.
public protocol AmendmentRepository {
  /// Records what an event is corrected to, unless the event is so already.
  ///
  /// - Throws: ``LedgerError/unknownEvent(_:near:count:)``,
  ///   ``LedgerError/invalid(field:value:reason:)``
  func amend(
    _ key: EventKey, _ amendment: EventAmendment, as draft: Entry.Draft
  ) throws(LedgerError) -> AmendedEvent
}

/// An event before and after an amendment.
public struct AmendedEvent: Equatable, Sendable {
  /// The entry that records the amendment; `nil` if the event was so already.
  public let entry: Int64?
  /// The event before the amendment.
  public let before: Event
  /// The event after the amendment.
  public let after: Event

  /// Makes an amended event.
  public init(entry: Int64?, before: Event, after: Event) {
    self.entry = entry
    self.before = before
    self.after = after
  }
}
