/// Records events, and never changes one that is recorded.
public protocol EventRepository {
  /// Records the new events of the batch, all in one entry.
  ///
  /// A restated event is amended; its market cannot be.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  func record(
    _ events: [Event], as draft: Entry.Draft, onConflict: ConflictRule
  ) throws(LedgerError) -> Recording<Event>

  /// Returns the event with a key, and its totals.
  ///
  /// - Throws: ``LedgerError/unknownEvent(_:near:count:)``
  func event(_ key: EventKey) throws(LedgerError) -> EventRecord

  /// Returns the events of a market, or of all, that start in a period; newest first.
  ///
  /// `limit`: the most to return; `nil` for all.
  /// - Throws: ``LedgerError``
  func events(
    in market: Market.Code?, during period: InstantRange, limit: Int?
  ) throws(LedgerError) -> [Event]
}

extension EventRepository {
  /// Records the new events of the batch, and refuses those that differ from recorded ones.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  public func record(
    _ events: [Event], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Event> {
    try record(events, as: draft, onConflict: .refuse)
  }
}
