/// Lists how the recorded numbers of an event were restated.
public protocol DriftRepository {
  /// Returns everything ever recorded of the numbers of an event.
  ///
  /// - Throws: ``LedgerError/unknownEvent(_:near:count:)``
  func history(of event: EventKey) throws(LedgerError) -> EventHistory
}
