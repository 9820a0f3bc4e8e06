import Rows

/// The digest of rows that statements insert from memory, some at a time.
struct BoundPart {
  private let table: any Table.Type
  private let names: RowNames
  private var groups: [DigestGroup] = []
  private var part = PartDigest()
  /// What the rows in `part` have in the column that groups them.
  private var current: Int64?
  private var groupRole: Column.Role?

  init(of table: any Table.Type, names: RowNames) {
    self.table = table
    self.names = names
  }

  /// Takes in rows, which come after those before them in the table's key.
  mutating func add(_ bound: BoundRows) throws(StorageError) {
    let rows = NamedRows(bound, of: table, names: names)
    groupRole = rows.groupRole
    try rows.forEach { (group, bytes) throws(StorageError) in
      if let group, group != current {
        try endGroup()
        current = group
      }
      try part.add(bytes)
    }
  }

  private mutating func endGroup() throws(StorageError) {
    guard let current, let role = groupRole else { return }
    let name = names.name(current, as: role) ?? []
    groups.append(DigestGroup(name: name, rows: part.rows, sha256: try part.finish()))
    part = PartDigest()
  }

  /// The digest of all rows.
  mutating func finish() throws(StorageError) -> EntryDigest.Part {
    try endGroup()
    return try DigestGroup.part(groups, of: table.name)
  }
}

/// Bound rows with the names of what they refer to by a number.
private struct NamedRows {
  private let form: RowForm
  private let names: RowNames
  private var columns: [BoundRows.Column]
  private var cells: [Int64]
  private var text: [UInt8]
  /// For each column of the table, the column of the rows; -1 for the entry.
  private let source: [Int]

  init(_ rows: BoundRows, of table: any Table.Type, names: RowNames) {
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

  /// What the numbers in the column that groups the rows refer to.
  var groupRole: Column.Role? { form.group.map { form.roles[$0] } }

  /// Lends the bytes of each row in turn to `body`, with what it has in the column of the group.
  func forEach(
    _ body: (Int64?, [UInt8]) throws(StorageError) -> Void
  ) throws(StorageError) {
    let (all, text) = (cells.span, text.span)
    let order = order()
    var row = RunningRow(
      form.encoding, columns: columns, source: form.columns.map { source[$0] })
    let group = form.group.map { source[$0] }
    for place in 0..<cells.count / columns.count {
      let first = (order?[place] ?? place) * columns.count
      row.move(to: first, of: all, text)
      try body(group.map { all[first + $0] }, row.bytes)
    }
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
