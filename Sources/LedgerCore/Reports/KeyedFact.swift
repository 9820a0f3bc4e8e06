/// What a book has under a key: an event, a claim or a survey.
public enum KeyedFact: Equatable, Sendable {
  /// An event, with its totals.
  case event(EventRecord)
  /// A claim, and those that dispute it.
  case claim(FactRecord<Claim>, disputedBy: [Claim])
  /// A survey.
  case survey(FactRecord<Survey>)
}
