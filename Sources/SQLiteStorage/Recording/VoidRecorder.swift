import LedgerCore
import SQLite

/// Voids entries, and subtracts their facts from the totals.
struct VoidRecorder {
  let connection: Connection

  func void(
    _ number: Int64, reason: String, as draft: Entry.Draft
  ) throws(SQLiteError) -> Result<VoidRecord, LedgerError> {
    let entryTable = EntryTable(connection: connection)
    guard let entry = try entryTable.entry(number) else {
      let last = try entryTable.newest(limit: 1).first?.number ?? 0
      return .failure(.unknownEntry(number, last: last))
    }
    // A batch may have come after its file was voided, from a program that was still loading it.
    let parts =
      if let first = entry.firstOfImport { try entryTable.importEntries(first) } else { [entry] }
    let entries = parts.filter { $0.voidedBy == nil }
    let numbers = Set(entries.map(\.number))
    if let refusal = try refusal(of: entry, numbers) { return .failure(refusal) }
    for entry in entries where entry.counts[.memberships] > 0 {
      if let refusal = try refusalOfMemberships(of: entry, numbers) { return .failure(refusal) }
    }

    // Read them before the entries are void, and their facts no longer current.
    let orders = try orders(of: numbers)
    let curves = try AudienceCountTable(connection: connection).curves(ofEntries: numbers)
    let amended = try EventAmendmentTable(connection: connection).events(ofEntries: numbers)
    let void = try OpenEntry(draft, recording: Entry.Counts(), connection: connection)
    for entry in entries {
      try VoidTable(connection: connection).insert(entry.number, reason: reason, entry: void)
    }
    try renewTotals(orders, curves, without: numbers)
    for event in amended { try RetentionUpdate(connection: connection).renew(event: event) }
    return .success(
      VoidRecord(
        receipt: try void.close(), voided: entries.map(\.number),
        counts: entries.map(\.counts).reduce(Entry.Counts(), +)))
  }

  private func refusal(
    of entry: Entry, _ numbers: Set<Int64>
  ) throws(SQLiteError) -> LedgerError? {
    func refuse(_ reason: String) -> LedgerError {
      .cannotVoid(entry: entry.number, reason: reason)
    }
    if let void = entry.voidedBy { return refuse("entry \(void) voided it already") }
    if entry.counts == Entry.Counts() {
      return refuse("it records no facts; what it voided can be recorded again")
    }
    for event in try EventTable(connection: connection).identities(ofEntries: numbers) {
      let others = try current(
        AudienceCountTable(connection: connection).entries(event: event.id)
          + sales().entries(event: event.id)
          + ReportedTotalTable(connection: connection).entries(event: event.id)
          + TargetTable(connection: connection).entries(event: event.id)
          + EventAmendmentTable(connection: connection).entries(event: event.id),
        without: numbers)
      if let other = others.first {
        return refuse(
          "entry \(other) records facts of its event \"\(event.key)\": void that one first")
      }
    }
    return nil
  }

  private func refusalOfMemberships(
    of entry: Entry, _ numbers: Set<Int64>
  ) throws(SQLiteError) -> LedgerError? {
    let ends = try current(
      MembershipTable(connection: connection).entriesOfEnds(of: entry.number), without: numbers)
    return ends.first.map { end in
      .cannotVoid(
        entry: entry.number, reason: "entry \(end) ends a membership of it: void that one first")
    }
  }

  private func current(
    _ entries: [Int64], without numbers: Set<Int64>
  ) throws(SQLiteError) -> [Int64] {
    let table = EntryTable(connection: connection)
    var current: [Int64] = []
    for number in Set(entries).subtracting(numbers).sorted()
    where try table.entry(number)?.voidedBy == nil {
      current.append(number)
    }
    return current
  }

  private func sales() throws(SQLiteError) -> SaleTable {
    SaleTable(connection: connection, currencies: try Currencies(connection: connection))
  }

  private func orders(of numbers: Set<Int64>) throws(SQLiteError) -> [[SaleTable.Row]] {
    let table = try sales()
    return try table.orders(ofEntries: numbers).map { order throws(SQLiteError) in
      try table.rows(source: order.source, order: order.number)
    }
  }

  private func renewTotals(
    _ orders: [[SaleTable.Row]], _ curves: [(event: Int64, metric: Int64)],
    without numbers: Set<Int64>
  ) throws(SQLiteError) {
    var changes = SaleTotalChanges()
    for rows in orders {
      changes.change(
        from: rows.map(\.movement),
        to: rows.filter { !numbers.contains($0.entry) }.map(\.movement))
    }
    try SaleTotalRows(changes).add(to: connection)
    for curve in curves {
      guard let metric = Metric(id: curve.metric) else { continue }
      try CurveTotals(connection: connection).renew(event: curve.event, metric: metric)
    }
  }
}
