import Rows

/// The digests of many entries' rows in one table, which is read in the order of its key.
struct TableDigests {
  private let table: String
  private let form: RowForm
  private let names: RowNames
  /// The encoding of recipe 1.
  private let encoding: RowEncoding
  /// How many entries, from the first on, have recipe 1.
  private let plain: Int
  /// By entry: its rows in the current group, or all of them in recipe 1.
  private var open: [PartDigest]
  /// By entry: the groups that have ended.
  private var groups: [Int: [DigestGroup]] = [:]
  /// By entry: the rows of a table without groups, which are sorted by their bytes.
  private var unsorted: [Int: [[UInt8]]] = [:]
  /// The entries that have rows in the current group.
  private var touched: [Int] = []
  private var group: Int64?
  // Neighbouring rows mostly belong to one entry.
  private var current = PartDigest()
  private var place = -1
  private var named = RowBuffer()

  init(
    _ table: StoredTable, known: (any Table.Type)?, _ entries: ClosedRange<Int64>,
    _ names: RowNames, lastOfRecipe1: Int64
  ) {
    let fields = table.fields.map { ($0.name, $0.defaultValue) }
    self.table = table.name
    self.names = names
    encoding = RowEncoding(fields)
    form = RowForm(known, fields: fields, key: table.key)
    plain = Int(clamping: lastOfRecipe1 - entries.lowerBound + 1)
    open = Array(repeating: PartDigest(), count: entries.count)
  }

  /// Adds a row of an entry, which is counted from the first one.
  @inline(__always)
  mutating func add(_ row: RowBuffer, to entry: Int) throws(StorageError) {
    if entry < plain {
      move(to: entry)
      try current.add { bytes in encoding.append(row, to: &bytes) }
      return
    }
    form.copy(row, into: &named, names)
    guard let column = form.group else {
      var writer = RowWriter()
      form.encoding.append(named, to: &writer)
      unsorted[entry, default: []].append(Array(writer.written))
      return
    }
    if row.integer(column) != group {
      try endGroup()
      group = row.integer(column)
    }
    move(to: entry)
    if current.rows == 0 { touched.append(entry) }
    let named = named
    try current.add { bytes in form.encoding.append(named, to: &bytes) }
  }

  private mutating func move(to entry: Int) {
    if entry == place { return }
    if place >= 0 { swap(&open[place], &current) }
    place = entry
    swap(&open[place], &current)
  }

  private mutating func endGroup() throws(StorageError) {
    guard let group, let column = form.group else { return }
    let name = names.name(group, as: form.roles[column]) ?? Array("\(group)".utf8)
    for entry in touched {
      move(to: entry)
      groups[entry, default: []].append(
        DigestGroup(name: name, rows: current.rows, sha256: try current.finish()))
      current = PartDigest()
    }
    touched.removeAll(keepingCapacity: true)
  }

  /// Calls `body` with each entry that has rows, counted from the first one, and with its part.
  mutating func finish(_ body: (Int, EntryDigest.Part) -> Void) throws(StorageError) {
    try endGroup()
    if place >= 0 { swap(&open[place], &current) }
    for entry in open.indices where open[entry].rows > 0 {
      let rows = open[entry].rows
      body(entry, .init(table: table, rows: rows, sha256: try open[entry].finish()))
    }
    for (entry, groups) in groups { body(entry, try DigestGroup.part(groups, of: table)) }
    for (entry, rows) in unsorted {
      let sorted = rows.sorted { $0.lexicographicallyPrecedes($1) }
      let group = DigestGroup(
        name: [], rows: Int64(rows.count), sha256: try PartDigest.rows(sorted))
      body(entry, try DigestGroup.part([group], of: table))
    }
  }
}
