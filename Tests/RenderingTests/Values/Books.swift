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
