/// Keeps events, and never changes one that it has kept.
public protocol EventRepository {
  /// Records those events of the batch that are new, all in one entry.
  ///
  /// An event that is restated is amended; its market cannot be.
  ///
  /// - Throws: ``LedgerError`` where nothing of the batch could be recorded.
  func record(
    _ events: [Event], as draft: Entry.Draft, onConflict: ConflictRule
  ) throws(LedgerError) -> Recording<Event>

  /// The event of a key, with its totals.
  ///
  /// - Throws: ``LedgerError/unknownEvent(_:near:count:)``
  func event(_ key: EventKey) throws(LedgerError) -> EventRecord

  /// The events of a market, or of all, that start in a period; newest first.
  ///
  /// `limit`: the most to return; `nil` for all.
  /// - Throws: ``LedgerError``
  func events(
    in market: Market.Code?, during period: InstantRange, limit: Int?
  ) throws(LedgerError) -> [Event]
}

extension EventRepository {
  /// Records those events of the batch that are new, and refuses those that differ.
  ///
  /// - Throws: ``LedgerError`` where nothing of the batch could be recorded.
  public func record(
    _ events: [Event], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Event> {
    try record(events, as: draft, onConflict: .refuse)
  }
}
