import LedgerCore
import Tabular

/// The facts of one chunk of rows, and the rows that they come from.
struct Batch<F: ImportedFact> {
  /// Where a row is: in the file, and in `rawRows`.
  struct Place {
    let line: Int
    let raw: Range<Int>
  }

  struct Size {
    var facts = 0
    var bytes = 0
  }

  var facts = F.List()
  private(set) var places: [Place] = []
  private(set) var rawRows: [UInt8] = []
  /// What the row in hand holds beside facts.
  var noValues: Int64 = 0
  var faults: [RowFault] = []

  init() {}

  /// Makes an empty batch with room for what another one holds.
  init(roomFor other: Size) {
    places.reserveCapacity(other.facts)
    rawRows.reserveCapacity(other.bytes)
  }

  /// How much it holds.
  var size: Size { Size(facts: places.count, bytes: rawRows.count) }

  mutating func add(_ fact: F) { facts.append(fact) }

  /// Notes where the facts added since the last row come from.
  mutating func endRow(_ row: borrowing some RecordReader & ~Copyable) {
    let count = facts.count
    guard places.count < count else { return }
    let start = rawRows.count
    row.appendRawRecord(to: &rawRows)
    let place = Place(line: row.line, raw: start..<rawRows.count)
    while places.count < count { places.append(place) }
  }

  /// Drops the facts that the row in hand has added.
  mutating func dropRow() {
    keep(places.count)
    noValues = 0
    faults.removeAll()
  }

  /// Drops the facts after the first so many.
  mutating func keep(_ count: Int) {
    facts.keep(count)
    if count < places.count { places.removeLast(places.count - count) }
  }
}
