/// A ledger: a book that facts are recorded in, and that is asked for reports.
///
/// This is all that a program needs of what keeps the book. What only some storages can do are
/// protocols of their own: ``AnswersSQL``, ``KeepsQueries``, ``Portable`` and
/// ``MakesBackups``.
///
/// A ledger is used by one thread at a time.
public protocol Ledger: AnyObject, EventRepository, AudienceRepository, SaleRepository,
  ReportedTotalRepository, ClaimRepository, SurveyRepository, RateRepository, TargetRepository,
  SettingRepository, CoverageRepository, CreditRepository, SameShowRepository,
  MarkRepository, AliasRepository, MembershipRepository,
  AmendmentRepository, VoidRepository, ForgettingRepository, EntryRepository, ReportRepository,
  DriftRepository, HistoryRepository, NameRepository, VerificationRepository
{
  /// Reads several things from one state of the book, without what is recorded meanwhile.
  ///
  /// Readings may be nested. Recording within one throws ``LedgerError/wrongState(_:)``; a reading
  /// within ``together(_:isKept:)`` sees what is recorded there, and is no more than its body.
  ///
  /// - Throws: what `body` throws, or ``LedgerError``.
  func reading<T>(_ body: () throws -> T) throws -> T

  /// Keeps everything that `body` records, or nothing of it if `isKept` returns false.
  ///
  /// Others who record wait until it ends. An error keeps nothing. A receipt that `body` was given
  /// holds only if everything is kept.
  ///
  /// - Throws: what `body` throws, or ``LedgerError``; ``LedgerError/wrongState(_:)`` within a
  ///   reading or within another call.
  func together<T>(_ body: () throws -> T, isKept: (T) -> Bool) throws -> T

  /// Ends recording: what was recorded is safe without it, but may take more room until then.
  ///
  /// - Throws: ``LedgerError/notMerged(path:detail:)``
  func close() throws(LedgerError)
}

extension Ledger {
  /// Keeps everything that `body` records, or nothing of it if it throws.
  ///
  /// - Throws: what `body` throws, or ``LedgerError``.
  public func together<T>(_ body: () throws -> T) throws -> T {
    try together(body, isKept: { _ in true })
  }
}
