import LedgerCore
import Rows
import Threads

/// An entry that is being recorded; rows inserted for it also go into its digest.
final class OpenEntry {
  let number: Int64
  private let session: any BookSession
  private var rows: [String: (table: any Table.Type, rows: [[Value]])] = [:]
  private var parts: [EntryDigest.Part] = []
  /// Parts that other threads digest while rows are inserted.
  private var awaited: [Handover<Result<EntryDigest.Part, StorageError>>] = []

  /// Digesting fewer rows takes less time than starting a thread.
  private static let rowsOfThread = 1000

  /// Adds the entry to the book.
  init(
    _ draft: Entry.Draft, recording counts: Entry.Counts, session: any BookSession
  ) throws(StorageError) {
    self.session = session
    let entry = try EntryTable(session: session).append(draft, recording: counts)
    number = entry.number
    rows[EntryTable.name] = (EntryTable.self, [entry.row])
  }

  deinit { for part in awaited { part.close() } }

  /// Inserts a row with a value for each column, in order.
  func insert(_ values: [Value], into table: any Table.Type) throws(StorageError) {
    try session.insert(values, into: table)
    rows[table.name, default: (table, [])].rows.append(values)
  }

  /// Inserts a row with a value for each column but the first, a number that the session assigns.
  func insertNumbered(
    _ values: [Value], into table: any Table.Type
  ) throws(StorageError) -> Int64 {
    let number = try session.insertNumbered(values, into: table)
    rows[table.name, default: (table, [])].rows.append([.integer(number)] + values)
    return number
  }

  /// Inserts rows with a value for each column but the entry's, in order.
  ///
  /// `alike`: values of columns that are the same in all rows.
  func insert(
    _ bound: BoundRows, alike: [String: Value] = [:], into table: any Table.Type
  ) throws(StorageError) {
    let isAwaited = bound.count >= Self.rowsOfThread && digestBeside(bound, table)
    try session.insert(bound, alike: alike, into: table, entry: number)
    if !isAwaited { parts.append(try BoundPart(bound, of: table).part(entry: number)) }
  }

  /// Starts a thread that digests rows; returns whether a thread is available.
  private func digestBeside(_ bound: BoundRows, _ table: any Table.Type) -> Bool {
    var part: BoundPart? = BoundPart(bound, of: table)
    let number = number
    let handover = Handover.making { () -> Result<EntryDigest.Part, StorageError>? in
      guard let own = part.take() else { return nil }
      return Result { () throws(StorageError) in try own.part(entry: number) }
    }
    if let handover { awaited.append(handover) }
    return handover != nil
  }

  /// Stores the digest; returns the receipt.
  func close() throws(StorageError) -> Receipt {
    for part in awaited {
      if let part = try part.take()?.get() { parts.append(part) }
    }
    awaited.removeAll()
    for (name, (table, rows)) in rows {
      let encoding = RowEncoding.of(table)
      let key = table.key.compactMap { name in table.columns.firstIndex { $0.name == name } }
      var part = PartDigest()
      var buffer = RowBuffer()
      for row in rows.sorted(by: { left, right in Self.isBefore(left, right, key) }) {
        buffer.removeAll()
        for value in row { buffer.append(value) }
        try part.add { bytes in encoding.append(buffer, to: &bytes) }
      }
      parts.append(.init(table: name, rows: part.rows, sha256: try part.finish()))
    }
    parts.sort { $0.table < $1.table }
    let digests = DigestTable(session: session)
    let previous = try digests.last().flatMap { bytes(hexadecimal: $0.digest) }
    let digest = try EntryDigest(after: previous ?? EntryDigest.beginning, parts)
    try digests.insert(digest, of: number)
    return Receipt(entry: number, digest: digest.text)
  }

  private static func isBefore(_ left: [Value], _ right: [Value], _ key: [Int]) -> Bool {
    for column in key {
      switch (left[column], right[column]) {
      case (.integer(let one), .integer(let other)):
        if one != other { return one < other }
      case (.text(let one), .text(let other)):
        if one.utf8.elementsEqual(other.utf8) { continue }
        return one.utf8.lexicographicallyPrecedes(other.utf8)
      default: continue
      }
    }
    return false
  }
}
