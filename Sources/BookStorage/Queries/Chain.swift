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
    private(set) var parts: [[EntryDigest.Part]]
    /// Rows whose entry does not exist, by table.
    var strays: [(table: String, rows: Int64)] = []
    var rows: Int64 = 0

    init(_ entries: ClosedRange<Int64>) {
      self.entries = entries
      parts = Array(repeating: [], count: entries.count)
    }

    subscript(entry: Int64) -> [EntryDigest.Part] {
      entries.contains(entry) ? parts[Int(entry - entries.lowerBound)] : []
    }

    mutating func add(_ part: EntryDigest.Part, to place: Int) { parts[place].append(part) }
  }

  /// Adds the digests to a book from before the digests.
  func fill() throws(StorageError) {
    guard let last = try lastEntry() else { return }
    var parts = Parts(1...last)
    for table in try tables() { try read(table, into: &parts) }
    let digests = DigestTable(session: session)
    var previous = EntryDigest.beginning
    for entry in 1...last {
      let digest = try EntryDigest(after: previous, parts[entry])
      try digests.insert(digest, of: entry)
      previous = digest.sha256
    }
  }

  func lastEntry() throws(StorageError) -> Int64? {
    return try session.first("SELECT max(number) FROM entry") { row throws(StorageError) in
      try row.optionalInteger(0)
    } ?? nil
  }

  /// The tables whose rows name the entry that recorded them, by name.
  func tables() throws(StorageError) -> [StoredTable] {
    try session.tables().filter { $0.entryColumn != nil }.sorted { $0.name < $1.name }
  }

  /// Reads the rows of a table into the parts of their entries.
  func read(
    _ table: StoredTable, into parts: inout Parts, visitor: Visitor? = nil
  ) throws(StorageError) {
    guard let entryColumn = table.entryColumn else { return }
    let encoding = RowEncoding(table.fields.map { ($0.name, $0.defaultValue) })
    let (first, count) = (parts.entries.lowerBound, Int64(parts.entries.count))
    var open: [PartDigest] = Array(repeating: PartDigest(), count: Int(count))
    // Neighbouring rows mostly belong to one entry.
    var current = PartDigest()
    var place: Int64 = -1
    var rows: Int64 = 0
    var strays: Int64 = 0
    var row = RowBuffer()
    try session.forEach(table.select) { stored throws(StorageError) in
      rows += 1
      stored.copy(into: &row)
      if let visitor { try visitor(row) }
      let (own, overflow) = try row.known(entryColumn).subtractingReportingOverflow(first)
      guard !overflow, own < count else {
        strays += 1
        return
      }
      // The row is of an entry before those that count.
      guard own >= 0 else {
        if own + first < 1 { strays += 1 }
        return
      }
      if own != place {
        if place >= 0 { swap(&open[Int(place)], &current) }
        place = own
        swap(&open[Int(place)], &current)
      }
      try current.add { bytes in encoding.append(row, to: &bytes) }
    }
    if place >= 0 { swap(&open[Int(place)], &current) }
    for place in open.indices where open[place].rows > 0 {
      let rows = open[place].rows
      let digest = try open[place].finish()
      parts.add(.init(table: table.name, rows: rows, sha256: digest), to: place)
    }
    parts.rows += rows
    if strays > 0 { parts.strays.append((table.name, strays)) }
  }
}

extension RowBuffer {
  /// The integer in a column.
  ///
  /// Throws an error with code ``SQLiteCode/mismatch`` if it is something else.
  @inline(__always)
  func known(_ column: Int) throws(StorageError) -> Int64 {
    guard column < count, type(column) == .integer else {
      throw StorageError(.mismatch, "column \(column) is not an integer")
    }
    return integer(column)
  }
}
