import LedgerCore

/// The facts of one chunk of rows, and the rows that they come from.
struct Batch<F: Fact> {
  /// Where a row is: in the file, and in `rawRows`.
  struct Place {
    let line: Int
    let raw: Range<Int>
  }

  private(set) var facts: [F] = []
  private(set) var places: [Place] = []
  private(set) var rawRows: [UInt8] = []
  /// What the row in hand holds beside facts.
  var noValues: Int64 = 0
  var faults: [RowFault] = []

  var isEmpty: Bool { facts.isEmpty }

  mutating func add(_ fact: F) { facts.append(fact) }

  /// Notes where the facts added since the last row come from.
  mutating func endRow(line: Int, rawRecord: @autoclosure () -> [UInt8]) {
    guard places.count < facts.count else { return }
    let start = rawRows.count
    rawRows += rawRecord()
    let place = Place(line: line, raw: start..<rawRows.count)
    while places.count < facts.count { places.append(place) }
  }

  /// Drops the facts that the row in hand has added.
  mutating func dropRow() {
    facts.removeLast(facts.count - places.count)
    noValues = 0
    faults.removeAll()
  }

  mutating func removeAll() {
    facts.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    rawRows.removeAll(keepingCapacity: true)
  }
}
