import Rows

/// The digest of rows that one statement inserts from memory.
struct BoundPart {
  private let table: String
  private let form: RowForm
  private let names: RowNames
  private var columns: [BoundRows.Column]
  private var cells: [Int64]
  private var text: [UInt8]
  /// For each column of the table, the column of the rows; -1 for the entry.
  private let source: [Int]

  init(_ rows: BoundRows, of table: any Table.Type, names: RowNames) {
    self.table = table.name
    self.names = names
    // Columns that came later may be left out, if all rows have their default.
    form = RowForm(
      table,
      fields: table.columns.prefix(rows.columns.count + 1).map { ($0.name, $0.defaultValue) },
      key: table.key)
    columns = rows.columns
    cells = rows.cells
    text = rows.bytes
    let own = table.columns.filter { $0.role != .entry }.map(\.name)
    source = table.columns.map { column in own.firstIndex(of: column.name) ?? -1 }
    for column in form.columns where form.roles[column] == .event { name(source[column]) }
  }

  /// Replaces the numbers of events in a column by their names.
  private mutating func name(_ column: Int) {
    columns[column] = .text
    var last: (number: Int64, cell: Int64)?
    for place in stride(from: column, to: cells.count, by: columns.count) {
      let number = cells[place]
      if number == BoundRows.null { continue }
      if let last, last.number == number {
        cells[place] = last.cell
        continue
      }
      let start = text.count
      text += names.events[number] ?? []
      cells[place] = BoundRows.cell(of: start..<text.count)
      last = (number, cells[place])
    }
  }

  func part() throws(StorageError) -> EntryDigest.Part {
    let (all, text) = (cells.span, text.span)
    let order = order()
    var row = RunningRow(
      form.encoding, columns: columns, source: form.columns.map { source[$0] })
    var groups: [DigestGroup] = []
    var part = PartDigest()
    let group = form.group.map { source[$0] }
    var current: Int64?
    func end() throws(StorageError) {
      guard let current, let group = form.group else { return }
      let name = names.name(current, as: form.roles[group]) ?? []
      groups.append(DigestGroup(name: name, rows: part.rows, sha256: try part.finish()))
      part = PartDigest()
    }
    for place in 0..<cells.count / columns.count {
      let first = (order?[place] ?? place) * columns.count
      if let group, all[first + group] != current {
        try end()
        current = all[first + group]
      }
      row.move(to: first, of: all, text)
      try part.add(row.bytes)
    }
    try end()
    return try DigestGroup.part(groups, of: table)
  }

  /// The rows in the order of the table's key; `nil` if they already are, as is usual.
  private func order() -> [Int]? {
    let key = ([form.group].compactMap(\.self) + form.order).map { source[$0] }
    let count = cells.count / columns.count
    var place = 1
    while place < count, !isBefore(place, place - 1, key) { place += 1 }
    return place < count ? (0..<count).sorted { isBefore($0, $1, key) } : nil
  }

  private func isBefore(_ left: Int, _ right: Int, _ key: [Int]) -> Bool {
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
