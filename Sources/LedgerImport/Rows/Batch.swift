import LedgerCore
import Tabular

/// The facts of one chunk of rows, and the rows that they come from.
struct Batch<F: ImportedFact> {
  /// Where a row is: in the file, and in `rawRows`, if those are kept.
  struct Place {
    let line: Int
    let raw: Range<Int>
  }

  struct Size {
    var facts = 0
    var keptBytes = 0
  }

  var facts = F.List()
  /// What sold the facts, where their rows say so, with the place of the fact.
  private(set) var credits: [(place: Int, credit: Credit)] = []
  /// The line of each fact.
  private(set) var lines: [Int] = []
  /// Where the row of each fact is in `rawRows`, if those are kept.
  private var rawPlaces: [Range<Int>] = []
  private(set) var rawRows: [UInt8] = []
  /// Of the rows, kept or not.
  private(set) var rowBytes = 0
  /// What the row in hand holds beside facts.
  var noValues: Int64 = 0
  var faults: [RowFault] = []
  private let keepsRows: Bool

  /// Makes an empty batch with room for what another one holds.
  ///
  /// `keepsRows`: whether somebody wants the rows of what is rejected.
  init(keepsRows: Bool, roomFor other: Size) {
    self.keepsRows = keepsRows
    facts.reserveCapacity(other.facts)
    lines.reserveCapacity(other.facts)
    rawRows.reserveCapacity(other.keptBytes)
  }

  /// How much it holds.
  var size: Size { Size(facts: lines.count, keptBytes: rawRows.count) }

  mutating func add(_ fact: F) { facts.append(fact) }

  /// Adds what sold the last fact.
  mutating func addSeller(_ credit: Credit) { credits.append((facts.count - 1, credit)) }

  /// Notes where the facts added since the last row come from.
  mutating func endRow(_ row: borrowing some RecordReader & ~Copyable) {
    let count = facts.count
    guard lines.count < count else { return }
    let start = rawRows.count
    rowBytes += row.rawLength
    if keepsRows { row.appendRawRecord(to: &rawRows) }
    while lines.count < count {
      lines.append(row.line)
      if keepsRows { rawPlaces.append(start..<rawRows.count) }
    }
  }

  /// Where the row of a fact is.
  func place(_ index: Int) -> Place {
    Place(line: lines[index], raw: keepsRows ? rawPlaces[index] : 0..<0)
  }

  /// Whether it holds as much as may be in memory, beside so many bytes of rejected rows.
  func isFull(beside rejectedBytes: Int) -> Bool {
    guard !keepsRows, let byteCount = facts.byteCount else {
      return rowBytes + rejectedBytes >= 4 << 20
    }
    return byteCount >= 16 << 20 || rejectedBytes >= 4 << 20
  }

  /// Drops the facts that the row in hand has added.
  mutating func dropRow() {
    keep(lines.count)
    noValues = 0
    faults.removeAll()
  }

  /// Drops the facts after the first so many.
  mutating func keep(_ count: Int) {
    facts.keep(count)
    while let last = credits.last, last.place >= count { credits.removeLast() }
    if count < lines.count { lines.removeLast(lines.count - count) }
    if count < rawPlaces.count { rawPlaces.removeLast(rawPlaces.count - count) }
  }
}
