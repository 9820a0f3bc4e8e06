/// Tells all that was ever recorded under a key, also what was amended or voided since.
public protocol HistoryRepository {
  /// What entries recorded of the shows of a key, oldest first; none where there never was one.
  ///
  /// - Throws: ``LedgerError``
  func steps(ofEvent key: EventKey) throws(LedgerError) -> [HistoryStep<Event>]

  /// The claims of a key, oldest first.
  ///
  /// - Throws: ``LedgerError``
  func steps(ofClaim key: ClaimKey) throws(LedgerError) -> [HistoryStep<Claim>]

  /// The surveys of a key, oldest first.
  ///
  /// - Throws: ``LedgerError``
  func steps(ofSurvey key: SurveyKey) throws(LedgerError) -> [HistoryStep<Survey>]
}

/// What one entry recorded of a thing that has a key.
public struct HistoryStep<F: Fact>: Equatable, Sendable {
  /// The entry.
  public let entry: Entry
  /// The thing as the entry recorded or amended it; `nil` where it did neither.
  public let fact: F?
  /// How many facts it recorded of it, the thing itself among them.
  public let counts: Entry.Counts

  /// Makes a step.
  public init(entry: Entry, fact: F?, counts: Entry.Counts) {
    self.entry = entry
    self.fact = fact
    self.counts = counts
  }
}
