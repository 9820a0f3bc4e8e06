import LedgerCore

/// Entries of a made-up book.
enum Books {
  /// An entry whose digest is made of its number.
  static func entry(
    _ number: Int64, _ command: String, at recorded: String, source: String? = nil,
    note: String? = nil, counts: Entry.Counts = Entry.Counts(), voidedBy: Int64? = nil
  ) throws -> Entry {
    let digits = "\(number)c0ffee"
    return Entry(
      number: number,
      draft: Entry.Draft(
        recordedAt: try instant(recorded), command: command, source: source, note: note),
      counts: counts, voidedBy: voidedBy,
      digest: String(String(repeating: digits, count: 64).prefix(64)))
  }

  /// Lines of a log: of a file in two entries, and of an entry that was voided.
  static func log() throws -> [LogLine] {
    let draft = Entry.Draft(
      recordedAt: try instant("2022-03-02T10:00Z"), command: "import sales", source: "sales.csv",
      sourceDigest: String(repeating: "5a1e", count: 16), note: "lines 2–100001")
    let second = Entry(
      number: 4, draft: draft, counts: Entry.Counts(.sales, 20_000), firstOfImport: 3,
      digest: String(repeating: "d4", count: 32))
    let first = Entry(
      number: 3, draft: draft, counts: Entry.Counts(.sales, 100_000), firstOfImport: 3,
      digest: String(repeating: "d3", count: 32))
    let voided = try entry(
      1, "add-event", at: "2022-03-01T10:00:00.5Z", counts: Entry.Counts(.events, 1), voidedBy: 2)
    return LogLine.lines([second, first, voided])
  }

  static func current() throws -> Report.Book {
    Report.Book(
      lastEntry: try entry(42, "import sales", at: "2022-04-10T07:55:12.250Z"), isPast: false)
  }

  static func past() throws -> Report.Book {
    Report.Book(
      lastEntry: try entry(40, "import audience", at: "2022-04-01T09:00:00Z"), isPast: true)
  }

  static let empty = Report.Book(lastEntry: nil, isPast: false)
}
