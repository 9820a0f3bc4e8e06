import Rows

/// The `void` table: the entries that later ones voided.
struct VoidTable: Table {
  static let name = "void"
  static let columns: [Column] = [
    .integer("voided"),
    .words("reason", "hash of the stated reason for voiding it, of the table person_text"),
    .entry.meaning("the entry that voided it"),
  ]

  let session: any BookSession

  func insert(_ voided: Int64, reason: String, entry: any EntryWriter) throws(StorageError) {
    try entry.insert(
      [.integer(voided), .text(try entry.hash(of: reason)), .integer(entry.number)], into: Self.self
    )
  }
}
