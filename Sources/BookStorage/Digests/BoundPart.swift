import Rows

/// The digest of rows that one statement inserts from memory.
struct BoundPart {
  private let table: any Table.Type
  private let columns: [BoundRows.Column]
  private let cells: [Int64]
  private let text: [UInt8]
  /// For each column of the table, the column of the rows; -1 for the entry.
  private let source: [Int]
  /// The columns of the table's key, without the entry.
  private let key: [Int]

  init(_ rows: BoundRows, of table: any Table.Type) {
    self.table = table
    columns = rows.columns
    cells = rows.cells
    text = rows.bytes
    let names = table.columns.map(\.name)
    let own = names.filter { $0 != "entry" }
    source = names.map { name in own.firstIndex(of: name) ?? -1 }
    key = table.key.compactMap { name in own.firstIndex(of: name) }
  }

  func part(entry: Int64) throws(StorageError) -> EntryDigest.Part {
    let (all, text) = (cells.span, text.span)
    let order = order()
    var row = RunningRow(table, columns: columns, source: source, entry: entry)
    var part = PartDigest()
    for place in 0..<cells.count / columns.count {
      row.move(to: (order?[place] ?? place) * columns.count, of: all, text)
      try part.add(row.bytes)
    }
    return EntryDigest.Part(table: table.name, rows: part.rows, sha256: try part.finish())
  }

  /// The rows in the order of the table's key; `nil` if they already are, as is usual.
  private func order() -> [Int]? {
    let count = cells.count / columns.count
    var place = 1
    while place < count, !isBefore(place, place - 1) { place += 1 }
    return place < count ? (0..<count).sorted { isBefore($0, $1) } : nil
  }

  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    for column in key {
      let one = cells[left * columns.count + column]
      let other = cells[right * columns.count + column]
      if one == other { continue }
      guard case .text = columns[column] else { return one < other }
      let text = text.span
      let first = text.extracting(BoundRows.range(of: one))
      let second = text.extracting(BoundRows.range(of: other))
      for index in 0..<min(first.count, second.count) where first[index] != second[index] {
        return first[index] < second[index]
      }
      if first.count != second.count { return first.count < second.count }
    }
    return false
  }
}
