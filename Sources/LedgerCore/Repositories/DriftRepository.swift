/// Tells how what was recorded of an event was restated.
public protocol DriftRepository {
  /// What was ever recorded of the numbers of an event.
  ///
  /// - Throws: ``LedgerError/unknownEvent(_:near:count:)``
  func history(of event: EventKey) throws(LedgerError) -> EventHistory
}
