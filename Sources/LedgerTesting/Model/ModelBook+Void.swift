import LedgerCore

/// How entries are taken back.
extension ModelBook {
  mutating func void(
    _ number: Int64, _ extent: VoidExtent, reason: String, as draft: Entry.Draft
  ) throws(LedgerError) -> VoidRecord {
    guard number >= 1, number <= lastEntry else { throw .unknownEntry(number, last: lastEntry) }
    var numbers = [number]
    if extent == .file, let file = imports[number] {
      // A part may have come after its file was voided.
      numbers = imports.filter { $0.value == file && voids[$0.key] == nil }.map(\.key).sorted()
    }
    if let refusal = refusal(of: number, with: numbers) {
      throw .cannotVoid(entry: number, reason: refusal)
    }
    let counts = facts(ofEntries: numbers)
    for voided in numbers { voids[voided] = lastEntry + 1 }
    reasons[lastEntry + 1] = reason
    try close(draft)
    try checkCurves(ofEntries: numbers)
    return VoidRecord(receipt: receipt(lastEntry), voided: numbers, counts: counts)
  }

  private func refusal(of number: Int64, with numbers: [Int64]) -> String? {
    if let void = voids[number] { return "entry \(void) voided it already" }
    if facts(ofEntries: [number]) == Entry.Counts() {
      return forgotten.values.contains(number)
        ? PersonalWords.cannotBeVoided : "it records no facts; what it voided can be recorded again"
    }
    func isOther(_ entry: Int64) -> Bool { voids[entry] == nil && !numbers.contains(entry) }
    for event in events.filter({ numbers.contains($0.entry) }).map(\.fact.key) {
      if let other = entriesOfFacts(of: event).filter(isOther).min() {
        return "entry \(other) records facts of its event \"\(event)\": void that one first"
      }
    }
    for membership in memberships where numbers.contains(membership.entry) {
      let ends = memberships.filter {
        $0.entry > membership.entry && $0.fact.joined == membership.fact.joined
          && $0.fact.isOfSamePerson(membership.fact)
      }
      if let end = ends.map(\.entry).filter(isOther).min() {
        return "entry \(end) ends a membership of it: void that one first"
      }
    }
    return nil
  }

  /// The entries that recorded facts of an event with a key, besides the event.
  private func entriesOfFacts(of event: EventKey) -> [Int64] {
    counts.filter { $0.fact.event == event }.map(\.entry)
      + sales.filter { $0.fact.sale.event == event }.map(\.entry)
      + totals.filter { $0.fact.event == event }.map(\.entry)
      + targets.filter { $0.target.event == event }.map(\.entry)
      + amendments.filter { $0.fact.key == event }.map(\.entry)
      + sameShows.filter { $0.fact.event == event || $0.fact.other == event }.map(\.entry)
      + marks.filter { $0.fact.event == event }.map(\.entry)
  }
}
