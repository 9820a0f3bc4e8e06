/// Why the ledger refused, or could not do, what it was asked.
///
/// ``code-swift.property`` says what kind of failure it is, ``description`` says it in a sentence
/// that names no option of a command line and no field of a page: a program that has those adds
/// them.
public enum LedgerError: Error, Equatable, Sendable {
  // MARK: Wrong whatever a book holds

  /// A fact or a request cannot have this value.
  case invalid(field: String, value: String, reason: String)
  /// A value is not a time.
  case time(field: String, value: String, error: TimeError)
  /// The last day of a period is before its first.
  case reversedDays(first: CalendarDay, last: CalendarDay)
  /// A comparison counts back from a first and a last day, and the period lacks one.
  case openComparison(with: String)
  /// No such market; `near` are codes that look like it.
  case unknownMarket(String, near: [String])
  /// No such currency; `near` are codes that look like it.
  case unknownCurrency(String, near: [String])
  /// No such kind of audience count; `known` are all there are.
  case unknownMetric(String, known: [String])
  /// No such figure of a report; `near` are names that look like it.
  case unknownFigure(String, near: [String])

  // MARK: Not in this book

  /// No such event; `near` are keys that look like it, `count` is how many the book holds.
  case unknownEvent(String, near: [String], count: Int)
  /// No such entry; `last` is the newest there is.
  case unknownEntry(Int64, last: Int64)
  /// Nothing of that kind has this name; `near` are names that look like it.
  case unknownName(NamedThing, String, near: [String])
  /// A saved query has no such version; `known` are those that it has, from 0 or 1 on.
  case unknownVersion(Int, query: String, known: [Int])
  /// No show had this name as of an entry, but one has now; the field says what the name is of.
  case recordedLater(field: String, name: String, entry: Int64)
  /// A rule finds nothing of this subject.
  case unknownFinding(rule: String, subject: String)
  /// No membership of the creator had begun by that day; `near` are members of the market.
  case unknownMember(String, market: String, by: CalendarDay, near: [String])

  // MARK: Contradicts this book

  /// The key is taken, with another value.
  case conflict(fact: String, given: String, recorded: String, remedy: ConflictRemedy)
  /// A name or a key that is given plays another part in what is recorded.
  case contradicts(field: String, value: String, reason: String)
  /// A sale says one market and its event another.
  case marketOfEvent(event: String, market: String, given: String)
  /// An event would end before it starts, one of which is as recorded.
  case amendedToNothing(event: String, start: Instant, end: Instant)
  /// The creator is a member already, from a day up to another or still.
  case alreadyMember(String, joining: CalendarDay, since: CalendarDay, until: CalendarDay?)
  /// The creator is a member on several platforms, of which none is named.
  case severalMemberships(String, platforms: [String])
  /// An entry cannot be taken back.
  case cannotVoid(entry: Int64, reason: String)
  /// A query of that name comes with the program and not from the book.
  case cannotRetire(query: String)
  /// A parameter, written `name=value`, is not of the type that a saved query gives it.
  case wrongType(parameter: String, type: String)
  /// A total no longer fits a 64-bit integer.
  case overflow(String)

  // MARK: The file of a book

  /// There is no file of that name.
  case noBook(path: String)
  /// A file of that name is there already.
  case bookExists(path: String)
  /// A file that would be written is there already.
  case fileExists(path: String)
  /// A book has to be empty for what is to be done with it.
  case notEmpty(path: String, entries: Int64)
  /// Rows that were to make a book are not what its entries recorded; `others` is how many more
  /// flaws there are.
  case notAsRecorded(Verification.Flaw, others: Int64)
  /// The file is something else than a ledger.
  case notALedger(path: String)
  /// A newer program made the file.
  case newerBook(path: String, version: Int, supported: Int)
  /// An older program made the file, which has to be brought up to date before it can be read.
  case olderBook(path: String, version: Int, supported: Int)
  /// The file cannot be opened at all.
  case cannotOpen(path: String)
  /// The file may be read only as it is, and somebody may be writing to it.
  case notStill(path: String, reason: String)
  /// A file cannot be used where it is, and was left as it is.
  case unsuitable(path: String, Unsuitability)
  /// The file that was opened is no longer at its path.
  ///
  /// `isRecorded`: whether it has the last entry; `nil` where it was opened to read.
  case moved(path: String, isRecorded: Bool?)
  /// The log beside the file belongs to another file, which had its name before.
  case foreignLog(path: String)
  /// The book does not have an entry that was acknowledged; `last` is the last that it has.
  ///
  /// `isReplaced`: whether the file is another one than that in which it was recorded.
  case entriesMissing(path: String, acknowledged: Receipt, last: Int64, isReplaced: Bool)
  /// Another process holds the book and did not let go in time.
  case busy(path: String)
  /// The file or its folder cannot be written.
  case readOnly(path: String)
  /// The disk is full; nothing of the last entry was recorded.
  case diskFull(path: String)
  /// The disk is full; nothing is left of a file that was to be made.
  case noRoom(path: String)
  /// The disk did not confirm the last entry, which may be recorded or not.
  case unsynced(path: String)
  /// What was recorded is safe in the log, which could not be merged into the file.
  case notMerged(path: String, detail: String)
  /// The file's bytes are not what they should be.
  case damaged(path: String, detail: String)
  /// A file beside the book cannot be read or written.
  case file(FileFault)
  /// The call is not possible in the state that the ledger is in: why, in a sentence.
  case wrongState(String)
  /// The storage failed in another way; the detail is the backend's own.
  case storage(String)
}
