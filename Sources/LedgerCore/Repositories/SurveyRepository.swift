/// Records surveys, and never changes one that is recorded.
public protocol SurveyRepository {
  /// Records the new surveys of the batch, all in one entry.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  func record(_ surveys: [Survey], as draft: Entry.Draft) throws(LedgerError) -> Recording<Survey>

  /// Returns the current surveys of a market, or of all markets, as of an entry.
  ///
  /// The one that ended latest comes last.
  ///
  /// `entry`: the last entry that counts; `nil` for now.
  /// - Throws: ``LedgerError``
  func surveys(in market: Market.Code?, asOf entry: Int64?) throws(LedgerError) -> [Survey]

  /// Returns the survey with a key, and its entry; `nil` if the book has none.
  ///
  /// - Throws: ``LedgerError``
  func survey(_ key: SurveyKey) throws(LedgerError) -> FactRecord<Survey>?
}

extension SurveyRepository {
  /// Returns the survey of a kind in a market that ended latest; `nil` if there is none.
  ///
  /// `day`: only surveys that have certainly ended by then; `nil` for all. `entry`: the last entry
  /// that counts; only surveys current as of it do.
  ///
  /// - Throws: ``LedgerError``
  public func latestSurvey(
    of kind: Survey.Kind, in market: Market.Code, endingBy day: CalendarDay? = nil,
    asOf entry: Int64?
  ) throws(LedgerError) -> Survey? {
    try surveys(in: market, asOf: entry).last { survey in
      survey.kind == kind && day.map { (survey.until ?? survey.date).lastDay <= $0 } ?? true
    }
  }
}
