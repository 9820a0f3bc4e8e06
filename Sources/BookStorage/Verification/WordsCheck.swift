import LedgerCore
import Rows

/// Checks that words are what their hashes say, and that only those are empty that were forgotten.
struct WordsCheck {
  let session: any BookSession

  func run(_ result: inout Verification) throws(StorageError) {
    let words = try PersonTextTable(session: session).all()
    let forgotten = try ForgottenTextTable(session: session).all()
    for record in words {
      if let flaw = try flaw(record, isForgotten: forgotten[record.hash] != nil) {
        result.add(
          .init(
            .digests, table: PersonTextTable.name, row: "hash \(record.hash)", reason: flaw))
      }
    }
    result.forgottenTexts = words.filter { $0.text == nil }.count
    let known = Set(words.map(\.hash))
    for (hash, entry) in forgotten.sorted(by: { $0.key < $1.key }) where !known.contains(hash) {
      refuse(ForgottenTextTable.name, entry, hash, &result)
    }
    for table in Schema.tables {
      for column in table.columns where column.role == .words {
        try check(column.name, of: table, known, &result)
      }
    }
  }

  private func flaw(
    _ record: PersonTextTable.Record, isForgotten: Bool
  ) throws(StorageError) -> String? {
    guard let text = record.text, let salt = record.salt else {
      return isForgotten ? nil : "is empty, and no entry says that it was forgotten"
    }
    guard let salt = bytes(hexadecimal: salt),
      hexadecimal(try sha256(salt + text.utf8)[...]) == record.hash
    else { return "has other words than were recorded" }
    return isForgotten ? "was forgotten, and its words are there" : nil
  }

  /// Checks that the words are there for which a column has a hash; entries of recipe 1 have none.
  private func check(
    _ column: String, of table: any Table.Type, _ known: Set<String>,
    _ result: inout Verification
  ) throws(StorageError) {
    let entry = table == EntryTable.self ? "number" : "entry"
    try session.forEach(
      """
      SELECT \(entry), \(column)
      FROM \(table.name)
      WHERE \(column) IS NOT NULL AND \(entry) > coalesce(
        (SELECT max(number) FROM digest WHERE recipe = 1), 0)
      """
    ) { row throws(StorageError) in
      let hash = try row.text(1)
      if !known.contains(hash) { refuse(table.name, try row.integer(0), hash, &result) }
    }
  }

  private func refuse(
    _ table: String, _ entry: Int64, _ hash: String, _ result: inout Verification
  ) {
    result.add(
      .init(
        .references, entry: entry, table: table, row: "hash \(hash)",
        reason: "names words that are not there"))
  }
}
