public import LedgerCore

/// A book that is open: facts are recorded in it, and reports are asked of it in words.
///
/// A book is used by one thread at a time and is not `Sendable`; each task or thread that needs the
/// same book opens one of its own, or an actor keeps one. What a book returns is `Sendable`.
public final class Book {
  /// Where the book is: its file.
  public let place: String
  /// What records facts and answers questions about them.
  public let ledger: any Ledger
  /// The time zones that names of zones are looked up in.
  public let zones: Zones
  /// The clock by which entries are dated and reports are judged.
  public let clock: Clock
  /// The settings that took the place of what a request left open, in the order of their first
  /// use.
  public internal(set) var usedSettings: [SettingRecord] = []
  /// The zones that were assumed for markets, by market.
  var assumedZones: [Market.Code: String] = [:]
  /// The zones in which local times of files were read because they are those of their markets.
  var principalZones: [Market.Code: String] = [:]
  /// Entries that bear a later time than the clock says, if something was asked as of a time.
  public internal(set) var laterEntriesOfRequest: LaterEntries?
  /// Keeps others from reading its file as something else.
  private let registration: OpenBooks.Registration?

  /// Makes a book of a ledger that is open, such as one of your own storage.
  ///
  /// `place`: what messages call the book.
  public init(
    place: String, ledger: any Ledger, zones: Zones = .system, clock: Clock = .system
  ) {
    self.place = place
    self.ledger = ledger
    self.zones = zones
    self.clock = clock
    registration = nil
  }

  /// Makes a book of a ledger that has its file open.
  init(file: String, ledger: any Ledger, zones: Zones, clock: Clock) {
    place = file
    self.ledger = ledger
    self.zones = zones
    self.clock = clock
    registration = OpenBooks.Registration(file)
  }

  /// The description of an entry that is recorded now.
  ///
  /// `command`: what records it, such as the name of a program; `citation`: where its facts come
  /// from; `note`: anything else worth saying; `author`: the name of who records it.
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` for a text with control characters, or
  ///   one that is too long.
  public func draft(
    _ command: String, citation: String? = nil, note: String? = nil, author: String? = nil
  ) throws(LedgerError) -> Entry.Draft {
    _ = try checkedText(command, field: "command")
    if let citation { _ = try checkedText(citation, field: "citation") }
    if let note { _ = try checkedText(note, field: "note") }
    if let author { _ = try checkedText(author, field: "author") }
    return Entry.Draft(
      recordedAt: clock.now(), command: command, source: citation, note: note,
      author: author)
  }

  /// The description of an entry that is recorded now, for a reason, which becomes its note.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)``, as for a note.
  public func draft(
    _ command: String, because reason: String, citation: String? = nil, author: String? = nil
  ) throws(LedgerError) -> Entry.Draft {
    try draft(
      command, citation: citation, note: checkedText(reason, field: "reason"), author: author)
  }

  /// Ends recording: what was recorded is safe without it, but may take more room until then.
  ///
  /// - Throws: ``LedgerError/notMerged(path:detail:)``
  public func close() throws(LedgerError) { try ledger.close() }

  /// The book as one that answers queries in SQL.
  ///
  /// - Throws: ``LedgerError/wrongState(_:)`` where what keeps the book cannot.
  public func sql() throws(LedgerError) -> any AnswersSQL {
    try capability("answers no SQL") { $0 as? any AnswersSQL }
  }

  /// The book as one that keeps queries in SQL under names.
  ///
  /// - Throws: ``LedgerError/wrongState(_:)`` where what keeps the book cannot.
  public func queries() throws(LedgerError) -> any KeepsQueries {
    try capability("keeps no queries") { $0 as? any KeepsQueries }
  }

  /// The ledger as one that can do more than all can.
  func capability<T>(_ lack: String, _ cast: (any Ledger) -> T?) throws(LedgerError) -> T {
    guard let able = cast(ledger) else { throw .wrongState("what keeps this book \(lack)") }
    return able
  }
}
