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
  private(set) var places: [Place] = []
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
    places.reserveCapacity(other.facts)
    rawRows.reserveCapacity(other.keptBytes)
  }

  /// How much it holds.
  var size: Size { Size(facts: places.count, keptBytes: rawRows.count) }

  mutating func add(_ fact: F) { facts.append(fact) }

  /// Notes where the facts added since the last row come from.
  mutating func endRow(_ row: borrowing some RecordReader & ~Copyable) {
    let count = facts.count
    guard places.count < count else { return }
    let start = rawRows.count
    rowBytes += row.rawLength
    if keepsRows { row.appendRawRecord(to: &rawRows) }
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
