import Digest

/// What an entry recorded in one table, as its digest takes it.
struct DigestPart {
  /// A row of a table whose rows are in groups.
  struct Grouped {
    /// The name of its group: of an event, or of a source.
    let group: String
    /// Where it comes in the group.
    let order: [DigestValue?]
    let row: DigestRow
  }

  let table: String
  private let groups: [[UInt8]: [DigestRow]]

  var isEmpty: Bool { groups.isEmpty }

  /// All rows as one group without a name, in the order of their bytes.
  init(_ table: String, _ rows: [DigestRow]) {
    self.table = table
    let sorted = rows.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    groups = rows.isEmpty ? [:] : [[]: sorted]
  }

  init(_ table: String, grouped rows: [Grouped]) {
    self.table = table
    groups = Dictionary(grouping: rows) { Array($0.group.utf8) }.mapValues { rows in
      rows.sorted {
        $0.order.compactMap(\.self).lexicographicallyPrecedes($1.order.compactMap(\.self))
      }
      .map(\.row)
    }
  }

  func sha256() throws(SHA256.Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    for (name, rows) in groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      bytes += word(Int64(name.count)) + name
      bytes += try SHA256.digest(of: Array(rows.map(\.bytes).joined()))
    }
    return try SHA256.digest(of: bytes)
  }
}
