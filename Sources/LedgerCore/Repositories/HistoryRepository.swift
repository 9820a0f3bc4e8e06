/// Lists everything ever recorded under a key, including what was amended or voided since.
public protocol HistoryRepository {
  /// Returns what entries recorded of the events with a key, oldest first; empty if none ever did.
  ///
  /// - Throws: ``LedgerError``
  func steps(ofEvent key: EventKey) throws(LedgerError) -> [HistoryStep<Event>]

  /// Returns what entries recorded of the claims with a key, oldest first.
  ///
  /// - Throws: ``LedgerError``
  func steps(ofClaim key: ClaimKey) throws(LedgerError) -> [HistoryStep<Claim>]

  /// Returns what entries recorded of the surveys with a key, oldest first.
  ///
  /// - Throws: ``LedgerError``
  func steps(ofSurvey key: SurveyKey) throws(LedgerError) -> [HistoryStep<Survey>]
}

/// What one entry recorded about a thing that has a key.
public struct HistoryStep<F: Fact>: Equatable, Sendable {
  /// The entry.
  public let entry: Entry
  /// The thing as the entry recorded or amended it; `nil` if it did neither.
  public let fact: F?
  /// How many facts it recorded about the thing, including the thing itself.
  public let counts: Entry.Counts

  /// Makes a step.
  public init(entry: Entry, fact: F?, counts: Entry.Counts) {
    self.entry = entry
    self.fact = fact
    self.counts = counts
  }
}
