import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings
import Terminal

/// Which book a command is about.
struct BookOptions: ParsableArguments {
  @Option(
    name: .customLong("db"),
    help: ArgumentHelp(
      "The book's file (default: $LEDGER_DB, or ledger.db).", valueName: "path"))
  var path: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How long to wait while another process records.", valueName: "seconds"))
  var wait = Book.defaultWait

  var book: String { path ?? System.environment("LEDGER_DB") ?? "ledger.db" }

  /// Whether the book is named, so that it has to exist.
  var isNamed: Bool { path != nil || System.environment("LEDGER_DB") != nil }

  func validate() throws {
    guard wait >= 0, wait.isFinite else { throw ValidationError("--wait is 0 seconds or more") }
    // SQLite takes these for a temporary database.
    guard !book.isEmpty, book != ":memory:" else {
      throw ValidationError("\(quoted(book)) cannot be a book: name a file")
    }
  }

  /// Opens the book to read, and shows the settings that were used, and what the book lacks.
  ///
  /// `isChecked`: whether `body` itself says what the book lacks.
  func reading<T>(
    showsSettings: Bool = true, isChecked: Bool = false, _ body: (Book) throws -> T
  ) throws -> T {
    let opened = try opened()
    if !isChecked, let doubt = opened.doubt { Messages.show(doubt) }
    let result = Result { try body(opened) }
    if showsSettings || (try? result.get()) == nil {
      Messages.show(opened.usedSettings)
      opened.assumptions.forEach { Messages.remark($0) }
    }
    if let later = opened.laterEntriesOfRequest { Messages.show(later.remarkOnAsking) }
    if let loss = opened.loss, !isChecked, Messages.failedStatus == 0, case .success = result {
      // What is there is shown, and is not taken for the whole.
      Messages.show("ledger: \(loss.advice)")
      Messages.fail(with: loss.code.exitStatus)
    }
    return try result.get()
  }

  /// How much of an older book is copied and brought up to date in a second, at least.
  private static let copiedInASecond: Int64 = 20_000_000

  /// Opens the book to read; one that is too old to be read as it is, by way of a copy.
  private func opened() throws -> Book {
    do throws(LedgerError) { return try Book.open(book, waitingSeconds: wait) } catch {
      guard case .olderBook(let path, let version, let supported) = error else { throw error }
      let bytes = Host.size(ofFile: path) ?? 0
      Messages.remark(
        "\(quoted(path)) is of schema \(version), and this program's is \(supported): reading a "
          + "temporary copy, which is made first (\(grouped(bytes)) bytes, about "
          + "\(bytes / Self.copiedInASecond + 1) s); `ledger upgrade` brings the book up to date "
          + "for good")
      return try Book.openCopy(ofOlder: book, waitingSeconds: wait)
    }
  }

  /// Records one fact, and shows its outcome; returns the fact once it is recorded for good.
  @discardableResult
  func record<F: Fact>(
    _ body: (Book) throws -> (fact: F, recording: Recording<F>)
  ) throws -> F {
    try recorded { book in
      let (fact, recording) = try body(book)
      return (fact, try Messages.show(recording, of: fact))
    }
  }

  /// Records what `body` does, and shows the receipt that it returns.
  func recording(_ body: (Book) throws -> Receipt?) throws {
    try recorded { book in ((), try body(book)) }
  }

  /// Opens the book to record, merges its log when done, and shows the receipt.
  private func recorded<T>(_ body: (Book) throws -> (T, receipt: Receipt?)) throws -> T {
    let opened = try Book.open(book, for: .recording, waitingSeconds: wait)
    Messages.show(opening: opened)
    if let later = try opened.laterEntries() { Messages.show(later.remarkOnRecording) }
    // What was recorded before `body` failed stays, and its log is merged too.
    let result = Result { try body(opened) }
    Messages.show(opened.usedSettings)
    if let zones = opened.marketZoneRemark { Messages.remark(zones + " (--tz states another)") }
    do { try opened.close() } catch {
      // An earlier failure is shown by the caller; what was recorded is recorded, merged or not.
      if case .success = result { Messages.show("ledger: \(error.advice)") }
    }
    let (value, receipt) = try result.get()
    Messages.show(receipt)
    return value
  }
}
