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
  /// The receipt of the amendment's entry; `nil` if the event was so already.
  public let receipt: Receipt?
  /// The event before the amendment.
  public let before: Event
  /// The event after the amendment.
  public let after: Event

  /// The entry that records the amendment; `nil` if the event was so already.
  public var entry: Int64? { receipt?.entry }

  /// Makes an amended event.
  public init(receipt: Receipt?, before: Event, after: Event) {
    self.receipt = receipt
    self.before = before
    self.after = after
  }
}
