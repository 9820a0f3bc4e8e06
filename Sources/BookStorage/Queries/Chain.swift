import Rows

/// Computes the digests of all entries from the rows of all tables.
///
/// Each table is read once, as it is stored.
struct Chain {
  let session: any BookSession

  /// What to do with each row that is read, besides the digest.
  typealias Visitor = (borrowing RowBuffer) throws(StorageError) -> Swift.Void

  /// The parts of entries, by entry.
  struct Parts {
    /// The first and the last entry that count.
    let entries: ClosedRange<Int64>
    /// The last entry whose digest has recipe 1; those after it have recipe 2.
    let lastOfRecipe1: Int64
    private(set) var parts: [[EntryDigest.Part]]
    /// Rows whose entry does not exist, by table.
    var strays: [(table: String, rows: Int64)] = []
    var rows: Int64 = 0
    /// How many rows each entry has, from entry 1 on, in the tables whose rows entries count.
    var counts: [String: [Int64]] = [:]

    init(_ entries: ClosedRange<Int64>, lastOfRecipe1: Int64) {
      self.entries = entries
      self.lastOfRecipe1 = lastOfRecipe1
      parts = Array(repeating: [], count: entries.count)
    }

    subscript(entry: Int64) -> [EntryDigest.Part] {
      entries.contains(entry) ? parts[Int(entry - entries.lowerBound)] : []
    }

    mutating func add(_ part: EntryDigest.Part, to place: Int) { parts[place].append(part) }
  }

  /// The digests of all entries, as their rows make them.
  func digests(lastOfRecipe1: Int64) throws(StorageError) -> [EntryDigest] {
    guard let last = try lastEntry() else { return [] }
    var parts = Parts(1...last, lastOfRecipe1: min(last, lastOfRecipe1))
    let names = lastOfRecipe1 < last ? try names() : RowNames()
    for table in try tables() { try read(table, into: &parts, names) }
    var digests: [EntryDigest] = []
    for entry in 1...last {
      digests.append(
        try EntryDigest(after: digests.last?.sha256 ?? EntryDigest.beginning, parts[entry]))
    }
    return digests
  }

  /// The number of the last entry.
  ///
  /// Entries are numbered without gaps. A number far beyond how many there are counts as damage: it
  /// would take memory for all numbers before it.
  func lastEntry() throws(StorageError) -> Int64? {
    let found = try session.first("SELECT max(number), count(*) FROM entry") {
      row throws(StorageError) in (last: try row.optionalInteger(0), count: try row.integer(1))
    }
    guard let last = found?.last, let count = found?.count else { return nil }
    guard last - count <= Self.mostMissing else {
      throw .damaged("entry \(last) has a number far beyond the \(count) entries that there are")
    }
    return last
  }

  private static let mostMissing: Int64 = 10_000

  /// The names by which digests of recipe 2 call events and sources.
  func names() throws(StorageError) -> RowNames {
    var names = try EventTable(session: session).names()
    names.sources = try SaleSourceTable(session: session).names()
      .mapValues { Array($0.utf8) }
    return names
  }

  /// The tables whose rows name the entry that recorded them, by name.
  func tables() throws(StorageError) -> [StoredTable] {
    try session.tables().filter { $0.entryColumn != nil }.sorted { $0.name < $1.name }
  }

  /// The last entry whose digest has recipe 1.
  func lastOfRecipe1() throws(StorageError) -> Int64 {
    try session.first("SELECT max(number) FROM digest WHERE recipe = 1") {
      row throws(StorageError) in try row.optionalInteger(0)
    }.flatMap { $0 } ?? 0
  }

  /// Reads the rows of a table into the parts of their entries.
  func read(
    _ table: StoredTable, into parts: inout Parts, _ names: RowNames, visitor: Visitor? = nil
  ) throws(StorageError) {
    guard let entryColumn = table.entryColumn else { return }
    var digests = TableDigests(
      table, known: Schema.tables.first { $0.name == table.name }, parts.entries, names,
      lastOfRecipe1: parts.lastOfRecipe1)
    let (first, count) = (parts.entries.lowerBound, Int64(parts.entries.count))
    var rows: Int64 = 0
    var strays: Int64 = 0
    let isCounted = EntryTable.countedTables.contains(table.name)
    var counts = Array(repeating: Int64(0), count: isCounted ? Int(parts.entries.upperBound) : 0)
    var row = RowBuffer()
    try session.forEach(table.select) { stored throws(StorageError) in
      rows += 1
      stored.copy(into: &row)
      if let visitor { try visitor(row) }
      let entry = try row.known(entryColumn)
      if entry >= 1, entry <= counts.count { counts[Int(entry) - 1] += 1 }
      let (own, overflow) = entry.subtractingReportingOverflow(first)
      guard !overflow, own < count else {
        strays += 1
        return
      }
      // The row is of an entry before those that count.
      guard own >= 0 else {
        if own + first < 1 { strays += 1 }
        return
      }
      try digests.add(row, to: Int(own))
    }
    try digests.finish { place, part in parts.add(part, to: place) }
    parts.rows += rows
    if isCounted { parts.counts[table.name] = counts }
    if strays > 0 { parts.strays.append((table.name, strays)) }
  }
}

extension RowBuffer {
  /// The integer in a column.
  ///
  /// Throws an error with ``StorageError/Condition/mismatch`` if it is something else.
  @inline(__always)
  func known(_ column: Int) throws(StorageError) -> Int64 {
    guard column < count, type(column) == .integer else {
      throw StorageError(.mismatch, "column \(column) is not an integer")
    }
    return integer(column)
  }
}
