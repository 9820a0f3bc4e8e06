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
    let last = try Chain(session: session).lastOfRecipe1()
    for (hash, entry) in forgotten.sorted(by: { $0.key < $1.key }) where !known.contains(hash) {
      refuse(ForgottenTextTable.name, entry, hash, &result)
    }
    for table in Schema.tables {
      for column in table.columns where column.role == .words {
        try check(column, of: table, known, last, &result)
      }
    }
  }

  private func flaw(
    _ record: PersonTextTable.Record, isForgotten: Bool
  ) throws(StorageError) -> String? {
    if isForgotten, record.text != nil || record.salt != nil {
      return "was forgotten, and its words are there"
    }
    guard let text = record.text, let salt = record.salt else {
      return isForgotten ? nil : "is empty, and no entry says that it was forgotten"
    }
    guard let salt = bytes(hexadecimal: salt),
      hexadecimal(try sha256(salt + text.utf8)[...]) == record.hash
    else { return "has other words than were recorded" }
    return nil
  }

  /// Checks that the words are there for which a column has a hash; entries of recipe 1 have none.
  private func check(
    _ column: Column, of table: any Table.Type, _ known: Set<String>, _ lastOfRecipe1: Int64,
    _ result: inout Verification
  ) throws(StorageError) {
    let entry = table == EntryTable.self ? "number" : "entry"
    // The end of an old membership names the creator as its beginning does.
    var plain: Set<ByteText> = []
    let holders = column.holder.map { " WHERE \($0)" } ?? ""
    try session.forEach(
      "SELECT \(entry), \(column.name) FROM \(table.name)\(holders) ORDER BY \(entry)"
    ) { row throws(StorageError) in
      guard let text = try row.optionalText(1) else { return }
      let number = try row.integer(0)
      if number <= lastOfRecipe1 {
        if column.name == "creator" { plain.insert(ByteText(text)) }
      } else if !known.contains(text), !plain.contains(ByteText(text)) {
        refuse(table.name, number, text, &result)
      }
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
