public import LedgerCore

/// The last entries of a book that bear a later time than its clock says.
///
/// Either the clock is behind now, or it was ahead when they were recorded.
public struct LaterEntries: Equatable, Sendable {
  /// The first of them.
  public let first: Int64
  /// The last entry of the book, and the time that it bears.
  public let last: Int64
  /// The time that the last entry bears.
  public let recordedAt: Instant
  /// The time by the clock.
  public let now: Instant

  private var subject: String {
    (first == last ? "entry \(last) bears" : "entries \(first) to \(last) bear")
      + " a later time than this computer's clock, which says \(now)"
  }

  /// What that means for an entry that is recorded now, in a sentence.
  public var remarkOnRecording: String {
    "\(subject): what is recorded now bears the time of entry \(last), \(recordedAt)"
  }

  /// What that means for what is asked as of a time, in a sentence.
  public var remarkOnAsking: String {
    "\(subject): as of a day or a time before theirs, they do not count; as of an entry's number, "
      + "they do"
  }
}

extension Book {
  /// The entries that bear a later time than the clock says, if there are any.
  ///
  /// - Throws: ``LedgerError``
  public func laterEntries() throws(LedgerError) -> LaterEntries? {
    guard let last = try ledger.entries(limit: 1).first else { return nil }
    let now = clock.now()
    guard last.draft.recordedAt > now else { return nil }
    return LaterEntries(
      first: (try ledger.lastEntry(at: now) ?? 0) + 1, last: last.number,
      recordedAt: last.draft.recordedAt, now: now)
  }
}
