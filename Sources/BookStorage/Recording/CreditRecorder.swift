import LedgerCore
import Rows

/// Records batches of credits, and renews the totals of the events that they name.
struct CreditRecorder {
  let session: any BookSession

  func record(
    _ credits: [Credit], as draft: Entry.Draft
  ) throws(StorageError) -> Recording<Credit> {
    var sources = try self.sources(of: credits)
    let recorded = try recorded(credits, sources)
    var taken: [CreditTable.Key: Credit] = [:]
    var outcomes: [Outcome<Credit>] = []
    var new: [Credit] = []
    for (place, credit) in credits.enumerated() {
      let twin = taken[CreditTable.Key(credit)]
      guard !recorded.contains(place), twin == nil else {
        let isSame = twin.map { credit.isBy($0.creator) } ?? true
        outcomes.append(isSame ? .alreadyRecorded : .conflicting(recorded: twin ?? credit))
        continue
      }
      taken[CreditTable.Key(credit)] = credit
      new.append(credit)
      outcomes.append(.recorded)
    }
    guard !new.isEmpty else { return Recording(receipt: nil, outcomes: outcomes) }

    let entry = try OpenEntry(draft, recording: Entry.Counts(.credits, new.count), session: session)
    for (name, id) in sources.sorted(by: { $0.key.isBefore($1.key) }) {
      let id =
        if let id { id } else {
          try SaleSourceTable(session: session).insert(name.text, entry: entry)
        }
      sources[name] = id
      entry.name(source: id, name.text)
    }
    let rows = new.map { (source: (sources[ByteText($0.source)] ?? nil) ?? 0, credit: $0) }
      .sorted { isBefore($0, $1) }
    let totals = try CreditedTotals(of: orders(of: rows), session: session)
    let names = Set(new.compactMap(\.creator))
    try entry.learn(names)
    var creators: [ByteText: String] = [:]
    for name in names { creators[ByteText(name)] = try entry.hash(of: name) }
    try CreditTable(session: session).insert(rows, creators: creators, entry: entry)
    try totals.write()
    return Recording(receipt: try entry.close(), outcomes: outcomes)
  }

  /// The rows of the sources that credits name; `nil` for one that the book does not have.
  private func sources(of credits: [Credit]) throws(StorageError) -> [ByteText: Int64?] {
    var ids: [ByteText: Int64?] = [:]
    for credit in credits where ids[ByteText(credit.source)] == nil {
      ids.updateValue(
        try SaleSourceTable(session: session).id(credit.source), forKey: ByteText(credit.source))
    }
    return ids
  }

  /// The places of the credits that the book has.
  private func recorded(
    _ credits: [Credit], _ sources: [ByteText: Int64?]
  ) throws(StorageError) -> Set<Int> {
    var places: [Int] = []
    var keys: [(source: Int64, credit: Credit)] = []
    for (place, credit) in credits.enumerated() {
      guard let source = sources[ByteText(credit.source)] ?? nil else { continue }
      places.append(place)
      keys.append((source, credit))
    }
    return Set(try CreditTable(session: session).known(keys).map { places[$0] })
  }

  /// The orders of credits that are sorted.
  private func orders(
    of credits: [(source: Int64, credit: Credit)]
  ) -> [(source: Int64, number: String)] {
    var orders: [(source: Int64, number: String)] = []
    for (source, credit) in credits {
      if let last = orders.last, last.source == source,
        ByteText(last.number) == ByteText(credit.order)
      {
        continue
      }
      orders.append((source, credit.order))
    }
    return orders
  }

  /// Whether a credit comes before another in the table's key.
  private func isBefore(
    _ left: (source: Int64, credit: Credit), _ right: (source: Int64, credit: Credit)
  ) -> Bool {
    if left.source != right.source { return left.source < right.source }
    let (first, second) = (ByteText(left.credit.order), ByteText(right.credit.order))
    if first != second { return first.isBefore(second) }
    let all = CreditTable.allLines
    let (line, other) = (left.credit.line ?? all, right.credit.line ?? all)
    if line != other { return line < other }
    func event(_ credit: Credit) -> ByteText { ByteText(credit.event?.description ?? "") }
    if event(left.credit) != event(right.credit) {
      return event(left.credit).isBefore(event(right.credit))
    }
    return left.credit.channel?.rawValue ?? "" < right.credit.channel?.rawValue ?? ""
  }
}

extension Credit {
  /// Whether it names no creator, or a certain one.
  fileprivate func isBy(_ creator: String?) -> Bool {
    self.creator.map { own in creator.map { ByteText(own) == ByteText($0) } ?? false } ?? true
  }
}
