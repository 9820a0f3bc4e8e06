import ArgumentParser
import LedgerCore
import SQLiteStorage

/// Which book a command is about.
struct BookOptions: ParsableArguments {
  @Option(
    name: .customLong("db"),
    help: ArgumentHelp(
      "The book's file; else LEDGER_DB, else ledger.db in this folder.", valueName: "path"))
  var path: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How long to wait for another process that records.", valueName: "seconds"))
  var wait = SQLiteLedger.defaultWait

  var book: String { path ?? System.environment("LEDGER_DB") ?? "ledger.db" }

  /// Whether somebody said which book, so that it has to be there.
  var isNamed: Bool { path != nil || System.environment("LEDGER_DB") != nil }

  func validate() throws {
    guard wait >= 0, wait.isFinite else { throw ValidationError("--wait is 0 seconds or more") }
    // SQLite takes these for a database that is gone when the program ends.
    guard !book.isEmpty, book != ":memory:" else {
      throw ValidationError("\(quoted(book)) names no file, and a book is one")
    }
  }

  /// Opens the book to ask.
  func reading<T>(_ body: (SQLiteLedger) throws -> T) throws -> T {
    try body(try SQLiteLedger.open(book, for: .reading, waitingSeconds: wait))
  }

  /// Opens the book to record, and merges its log when done.
  ///
  /// `tellsReceipt`: whether to say the receipt of what was recorded.
  func recording<T>(
    tellsReceipt: Bool = true, _ body: (SQLiteLedger) throws -> T
  ) throws -> T {
    let ledger = try SQLiteLedger.open(book, for: .recording, waitingSeconds: wait)
    // What was recorded before `body` failed stays, and its log is merged too.
    let result = Result { try body(ledger) }
    do { try ledger.close() } catch {
      // What failed was said already; what was recorded is recorded, merged or not.
      if case .success = result { Talk.say("ledger: \(error.advice)") }
    }
    if tellsReceipt { Talk.tell(ledger.lastReceipt) }
    return try result.get()
  }
}

extension Talk {
  /// Says the receipt of what was recorded, if anything was.
  static func tell(_ receipt: Receipt?) {
    if let receipt { remark("receipt \(receipt)") }
  }
}

/// Who says so: what every recording command takes.
struct CitationOptions: ParsableArguments {
  @Option(help: "Where the fact comes from: a link, a document, a person.")
  var source: String?

  @Option(help: "Anything else worth saying; `ledger log` shows it.")
  var note: String?

  func draft(_ command: String) throws(LedgerError) -> Entry.Draft {
    try Self.draft(command, source: source, note: note)
  }

  /// What is said of an entry whose fact names its source itself.
  static func draft(
    _ command: String, source: String?, note: String?
  ) throws(LedgerError) -> Entry.Draft {
    if let source { _ = try checkedText(source, field: "--source") }
    if let note { _ = try checkedText(note, field: "--note") }
    return Entry.Draft(recordedAt: System.now(), command: command, source: source, note: note)
  }
}
