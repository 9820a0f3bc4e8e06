import LedgerCore
import Rows

/// Voids entries, and subtracts their facts from the totals.
struct VoidRecorder {
  let session: any BookSession

  func void(
    _ number: Int64, _ extent: VoidExtent, reason: String, as draft: Entry.Draft
  ) throws(StorageError) -> Result<VoidRecord, LedgerError> {
    let entryTable = EntryTable(session: session)
    guard let entry = try entryTable.entry(number) else {
      let last = try entryTable.newest(limit: 1).first?.number ?? 0
      return .failure(.unknownEntry(number, last: last))
    }
    // A batch may have come after its file was voided, from a program that was still loading it.
    let parts =
      if extent == .file, let first = entry.firstOfImport {
        try entryTable.importEntries(first)
      } else {
        [entry]
      }
    let entries = parts.filter { $0.voidedBy == nil }
    let numbers = Set(entries.map(\.number))
    if let refusal = try refusal(of: entry, numbers) { return .failure(refusal) }
    for entry in entries where entry.counts[.memberships] > 0 {
      if let refusal = try refusalOfMemberships(of: entry, numbers) { return .failure(refusal) }
    }

    // Read them before the entries are void, and their facts no longer current.
    let totals = try CreditedTotals(of: orders(of: numbers), session: session)
    let curves = try AudienceCountTable(session: session).curves(ofEntries: numbers)
    let amended = try EventAmendmentTable(session: session).events(ofEntries: numbers)
    let void = try OpenEntry(draft, recording: Entry.Counts(), session: session)
    for entry in entries {
      try VoidTable(session: session).insert(entry.number, reason: reason, entry: void)
    }
    try totals.write()
    for curve in curves {
      guard let metric = Metric(id: curve.metric) else { continue }
      try CurveTotals(session: session).renew(event: curve.event, metric: metric)
    }
    try RetentionUpdate(session: session).renew(events: amended)
    return .success(
      VoidRecord(
        receipt: try void.close(), voided: entries.map(\.number),
        counts: entries.map(\.counts).reduce(Entry.Counts(), +)))
  }

  private func refusal(
    of entry: Entry, _ numbers: Set<Int64>
  ) throws(StorageError) -> LedgerError? {
    func refuse(_ reason: String) -> LedgerError {
      .cannotVoid(entry: entry.number, reason: reason)
    }
    if let void = entry.voidedBy { return refuse("entry \(void) voided it already") }
    if entry.counts == Entry.Counts() {
      let forgot = try ForgottenTextTable(session: session).all().values.contains(entry.number)
      return refuse(
        forgot
          ? PersonalWords.cannotBeVoided
          : "it records no facts; what it voided can be recorded again")
    }
    let events = try EventTable(session: session).identities(ofEntries: numbers)
    let recorded = try EventFactTables(session: session).entries(of: events.map(\.id))
    for event in events {
      let others = try current(recorded[event.id] ?? [], without: numbers)
      if let other = others.first {
        return refuse(
          "entry \(other) records facts of its event \"\(event.key)\": void that one first")
      }
    }
    return nil
  }

  private func refusalOfMemberships(
    of entry: Entry, _ numbers: Set<Int64>
  ) throws(StorageError) -> LedgerError? {
    let ends = try current(
      Set(MembershipTable(session: session).entriesOfEnds(of: entry.number)), without: numbers)
    return ends.first.map { end in
      .cannotVoid(
        entry: entry.number, reason: "entry \(end) ends a membership of it: void that one first")
    }
  }

  private func current(
    _ entries: Set<Int64>, without numbers: Set<Int64>
  ) throws(StorageError) -> [Int64] {
    let table = EntryTable(session: session)
    var current: [Int64] = []
    for number in entries.subtracting(numbers).sorted()
    where try table.entry(number)?.voidedBy == nil {
      current.append(number)
    }
    return current
  }

  /// The orders whose movements may count otherwise without some entries.
  private func orders(
    of numbers: Set<Int64>
  ) throws(StorageError) -> [(source: Int64, number: String)] {
    let table = SaleTable(session: session, currencies: try Currencies(session: session))
    let credits = CreditTable(session: session)
    let events = try EventTable(session: session).identities(ofEntries: numbers)
    var orders = try table.orders(ofEntries: numbers)
    let others = try SameShowTable(session: session).others(ofEntries: numbers)
    orders += try SameShowTable(session: session).orders(ofEvents: others)
    let hasCredits = try credits.hasAny()
    guard hasCredits || !others.isEmpty else { return orders }
    orders += try credits.orders(ofEntries: numbers)
    orders += try credits.orders(ofEvents: events.map(\.key))
    var known: Set<OrderKey> = []
    return orders.filter {
      known.insert(OrderKey(source: $0.source, number: ByteText($0.number))).inserted
    }
  }
}
