package import LedgerCore
import Rows

extension StoredLedger {
  /// Records the new marks of the batch, all in one entry.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  package func record(
    _ marks: [Mark], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Mark> {
    try write { () throws(StorageError) in
      var recorder = KeyedRecorder(session: session, facts: MarkFacts(session: session))
      return try recorder.record(marks, as: draft)
    }
  }

  /// Returns the current marks, by event, start, kind and order of recording.
  ///
  /// - Throws: ``LedgerError``
  package func marks(
    _ filter: MarkFilter, asOf entry: Int64?
  ) throws(LedgerError) -> [MarkRecord] {
    try read { () throws(StorageError) in
      try EventMarkTable(session: session).marks(of: filter.event, asOf: entry ?? .max)
        .map(\.record).filter(filter.includes)
    }
  }

  /// Returns the current movements of all orders of which some events sold a line.
  ///
  /// - Throws: ``LedgerError``
  package func soldLines(
    in market: Market.Code, of events: Set<EventKey>, asOf entry: Int64?
  ) throws(LedgerError) -> [SoldLine] {
    try read { () throws(StorageError) in
      let names = try SaleSourceTable(session: session).names()
      // A key may have been another event's as of the entry.
      var keys: [Int64: EventKey] = [:]
      for key in events {
        for record in try EventTable(session: session).versions(of: key) { keys[record.id] = key }
      }
      var lines: [SoldLine] = []
      var order: [SaleTable.Row] = []
      func takeOrder() {
        let isSold = order.contains { row in
          row.movement.kind == .sale && row.counted.map { keys[$0] != nil } ?? false
        }
        if isSold { lines += order.map { SoldLine($0, names, keys) } }
        order = []
      }
      let table = SaleTable(session: session, currencies: try Currencies(session: session))
      try table.forEachRow(of: market, asOf: entry ?? .max, withChannels: false) { row in
        if let last = order.last,
          last.source != row.source || ByteText(last.order) != ByteText(row.order)
        {
          takeOrder()
        }
        order.append(row)
      }
      takeOrder()
      return lines.sorted { $0.isBefore($1) }
    }
  }
}

extension SoldLine {
  fileprivate init(_ row: SaleTable.Row, _ names: [Int64: String], _ keys: [Int64: EventKey]) {
    self.init(
      source: names[row.source] ?? "", order: row.order, line: row.movement.line,
      kind: row.movement.kind, event: row.counted.flatMap { keys[$0] },
      amount: Money(micros: Int128(row.movement.micros), currency: row.movement.currency),
      at: row.movement.at)
  }
}
