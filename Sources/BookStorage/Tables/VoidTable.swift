import Rows

/// The `void` table: the entries that later ones voided.
struct VoidTable: Table {
  static let name = "void"
  static let columns: [Column] = [.integer("voided"), .text("reason"), .entry]

  let session: any BookSession

  func insert(_ voided: Int64, reason: String, entry: OpenEntry) throws(StorageError) {
    try entry.insert(
      [.integer(voided), .text(reason), .integer(entry.number)], into: Self.self)
  }
}
