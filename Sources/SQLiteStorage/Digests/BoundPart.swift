import SQLite

/// The digest of rows that are inserted from memory, all by one statement.
struct BoundPart {
  private let rows: BoundRows
  private let table: any Table.Type
  /// By the table's column: the one of the rows; -1 for that of the entry.
  private let source: [Int]

  init(_ rows: BoundRows, of table: any Table.Type) {
    self.rows = rows
    self.table = table
    let names = table.columns.map(\.name)
    let own = names.filter { $0 != "entry" }
    source = names.map { name in own.firstIndex(of: name) ?? -1 }
  }

  func part(entry: Int64) throws(SQLiteError) -> EntryDigest.Part {
    let encoding = RowEncoding(table)
    let columns = rows.columns
    var part = PartDigest()
    for row in order() {
      try part.add { bytes in
        for (column, place) in source.enumerated() {
          guard place >= 0 else {
            encoding.append(entry, in: column, to: &bytes)
            continue
          }
          let cell = rows.cell(row, place)
          switch columns[place] {
          case .integer: encoding.append(cell, in: column, to: &bytes)
          case .optionalInteger:
            if cell != BoundRows.null { encoding.append(cell, in: column, to: &bytes) }
          case .text:
            if cell != BoundRows.null { encoding.append(rows.text(cell), in: column, to: &bytes) }
          }
        }
        encoding.end(&bytes)
      }
    }
    return EntryDigest.Part(table: table.name, rows: part.rows, sha256: try part.finish())
  }

  /// The rows in the order of the table's key, in which they mostly are.
  private func order() -> [Int] {
    let names = table.columns.map(\.name)
    let key = table.key.compactMap { name in names.firstIndex(of: name) }
      .map { source[$0] }.filter { $0 >= 0 }
    var order = Array(0..<rows.count)
    let isSorted = zip(order, order.dropFirst()).allSatisfy { !isBefore($1, $0, key) }
    if !isSorted { order.sort { isBefore($0, $1, key) } }
    return order
  }

  private func isBefore(_ left: Int, _ right: Int, _ key: [Int]) -> Bool {
    for place in key {
      let (one, other) = (rows.cell(left, place), rows.cell(right, place))
      if one == other { continue }
      guard case .text = rows.columns[place] else { return one < other }
      let (first, second) = (rows.text(one), rows.text(other))
      for index in 0..<min(first.count, second.count) {
        let (left, right) = (first[first.startIndex + index], second[second.startIndex + index])
        if left != right { return left < right }
      }
      if first.count != second.count { return first.count < second.count }
    }
    return false
  }
}
