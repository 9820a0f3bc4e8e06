/// Keeps surveys, and never changes one that it has kept.
public protocol SurveyRepository {
  /// Records those surveys of the batch that are new, all in one entry.
  ///
  /// - Throws: ``LedgerError`` where nothing of the batch could be recorded.
  func record(_ surveys: [Survey], as draft: Entry.Draft) throws(LedgerError) -> Recording<Survey>

  /// The surveys of a market, or all, that were current when an entry was the last; the one that
  /// ended latest comes last.
  ///
  /// `entry`: `nil` for now.
  /// - Throws: ``LedgerError``
  func surveys(in market: Market.Code?, asOf entry: Int64?) throws(LedgerError) -> [Survey]

  /// The survey of a key, with its entry; `nil` where the book has none.
  ///
  /// - Throws: ``LedgerError``
  func survey(_ key: SurveyKey) throws(LedgerError) -> FactRecord<Survey>?
}

extension SurveyRepository {
  /// The survey of a kind in a market that ended latest, of those that were current when an entry
  /// was the last; `nil` where there is none.
  ///
  /// - Throws: ``LedgerError``
  public func latestSurvey(
    of kind: Survey.Kind, in market: Market.Code, asOf entry: Int64?
  ) throws(LedgerError) -> Survey? {
    try surveys(in: market, asOf: entry).last { $0.kind == kind }
  }
}
