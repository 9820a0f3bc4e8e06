/// Everything that entries recorded under a key, oldest first.
public enum KeyedHistory: Equatable, Sendable {
  /// Of an event.
  case event([HistoryStep<Event>])
  /// Of a claim.
  case claim([HistoryStep<Claim>])
  /// Of a survey.
  case survey([HistoryStep<Survey>])
}
