package import LedgerCore

/// A book as plain arrays: every fact with the entry that recorded it, and what was taken back.
///
/// It records by going through everything that it has, once for each batch or even each fact.
package struct ModelBook {
  package struct Recorded<F> {
    package let fact: F
    package let entry: Int64

    package init(fact: F, entry: Int64) {
      self.fact = fact
      self.entry = entry
    }
  }

  package let reference: Reference
  package var events: [Recorded<Event>] = []
  /// What events were corrected to.
  package var amendments: [Recorded<Event>] = []
  package var counts: [Recorded<AudienceCount>] = []
  package var sales: [Recorded<Model.Movement>] = []
  package var totals: [Recorded<ReportedTotal>] = []
  var claims: [Recorded<Claim>] = []
  var surveys: [Recorded<Survey>] = []
  var rates: [Recorded<ExchangeRate>] = []
  var memberships: [Recorded<Membership>] = []
  var targets: [TargetRecord] = []
  var settings: [Recorded<Setting>] = []
  var coverages: [Recorded<Coverage>] = []
  package var credits: [Recorded<Credit>] = []
  package var sameShows: [Recorded<SameShow>] = []
  var marks: [Recorded<Mark>] = []
  package var aliases: [Recorded<Alias>] = []
  /// The findings that were accepted.
  var acceptances: [Recorded<AuditFinding>] = []
  /// Which entry was voided by which.
  package var voids: [Int64: Int64] = [:]
  /// Which entries are parts of the file whose first entry is which.
  package var imports: [Int64: Int64] = [:]
  package var lastEntry: Int64 = 0
  /// What was said of each entry, from 1 on.
  var drafts: [Entry.Draft] = []
  /// The versions of saved queries.
  var queries: [Recorded<SavedQuery>] = []
  /// The digest of each entry and of all before it, from 1 on.
  var digests: [[UInt8]] = []
  /// The salted hash of each text of a person, by the bytes that the text has or is shown as.
  ///
  /// A text that reads like a forgotten one stands for it, so that a correction keeps the hashes of
  /// what it leaves as it is.
  var hashes: [[UInt8]: String] = [:]
  /// Which hashes are of texts that were forgotten, and by which entry.
  var forgotten: [String: Int64] = [:]
  /// Why an entry voids others or accepts findings.
  var reasons: [Int64: String] = [:]

  package init(reference: Reference = .sample) { self.reference = reference }

  /// Whether an entry was current when another one was the last; now, where none is named.
  func isCurrent(_ number: Int64, asOf entry: Int64? = nil) -> Bool {
    let last = entry ?? lastEntry
    return number <= last && (voids[number].map { $0 > last } ?? true)
  }

  /// The facts of entries that were current when an entry was the last.
  func current<F>(_ facts: [Recorded<F>], asOf entry: Int64? = nil) -> [Recorded<F>] {
    facts.filter { isCurrent($0.entry, asOf: entry) }
  }

  /// The facts that were current when an entry was the last; now, where none is named.
  ///
  /// Sales are of the events to which credits credit them.
  package func facts(asOf entry: Int64? = nil) -> Model {
    var facts = statedFacts(asOf: entry)
    facts.listed = listed(asOf: entry)
    facts.aliases = current(aliases, asOf: entry).map(\.fact)
    facts.sales = credited(facts.sales, among: facts.events, asOf: entry).map { movement in
      guard let event = movement.sale.event, let other = facts.listed[event] else {
        return movement
      }
      return movement.with(movement.sale.credited(to: other))
    }
    return facts
  }

  /// The same, with sales as they were recorded.
  func statedFacts(asOf entry: Int64? = nil) -> Model {
    let live = current(counts, asOf: entry)
    var latest: [AudienceCount.Key: Int64] = [:]
    for count in live { latest[count.fact.key] = max(latest[count.fact.key] ?? 0, count.entry) }
    let amended = current(amendments, asOf: entry)
    return Model(
      events: current(events, asOf: entry).map { event in
        amended.last { $0.fact.key == event.fact.key }?.fact ?? event.fact
      },
      counts: live.filter { latest[$0.fact.key] == $0.entry }.map(\.fact),
      sales: current(sales, asOf: entry).map(\.fact),
      reported: current(totals, asOf: entry).map(\.fact))
  }

  /// How many facts of each type some entries recorded.
  func facts(ofEntries numbers: [Int64]) -> Entry.Counts {
    func counts<F>(_ type: FactType, _ facts: [Recorded<F>]) -> Entry.Counts {
      Entry.Counts(type, facts.count { numbers.contains($0.entry) })
    }
    return counts(.events, events) + counts(.amendments, amendments)
      + counts(.audienceCounts, self.counts) + counts(.sales, sales)
      + counts(.reportedTotals, totals) + counts(.claims, claims) + counts(.surveys, surveys)
      + counts(.rates, rates) + counts(.memberships, memberships)
      + counts(.acceptances, acceptances) + counts(.questions, queries)
      + counts(.settings, settings) + counts(.coverages, coverages) + counts(.credits, credits)
      + counts(.sameShows, sameShows) + counts(.marks, marks) + counts(.aliases, aliases)
      + Entry.Counts(.targets, targets.count { numbers.contains($0.entry) })
  }

  func entry(_ number: Int64) -> Entry? {
    guard number >= 1, number <= lastEntry else { return nil }
    return Entry(
      number: number, draft: drafts[Int(number) - 1], counts: facts(ofEntries: [number]),
      firstOfImport: imports[number], voidedBy: voids[number], digest: receipt(number).digest)
  }

  /// Adds the entry of the facts that were just recorded, if there are any.
  mutating func close<F>(
    _ outcomes: [Outcome<F>], _ draft: Entry.Draft
  ) throws(LedgerError) -> [Outcome<F>] {
    if outcomes.contains(where: \.isNew) { try close(draft) }
    return outcomes
  }

  /// Adds the entry that the last facts name.
  mutating func close(_ draft: Entry.Draft) throws(LedgerError) {
    var draft = draft
    // The clock may have been set back since the previous entry; the book's time never falls.
    draft.recordedAt = max(draft.recordedAt, drafts.last?.recordedAt ?? draft.recordedAt)
    lastEntry += 1
    if let chunk = draft.chunk { imports[lastEntry] = chunk.first ?? lastEntry }
    draft.chunk = nil
    drafts.append(draft)
    try hashWords(of: lastEntry)
    digests.append(try digest(of: lastEntry))
  }

  func unknownMarket(_ code: Market.Code?) -> LedgerError? {
    guard let code, !reference.markets.contains(where: { $0.code == code }) else { return nil }
    return .unknownMarket(code.description, near: [])
  }

  func unknownCurrency(_ currency: Currency?) -> LedgerError? {
    guard let currency, !reference.currencies.contains(where: { $0.code == currency.code }) else {
      return nil
    }
    return .unknownCurrency(currency.code, near: [])
  }

  func unknownEvent(_ key: EventKey) -> LedgerError {
    let keys = current(events).map(\.fact.key.description)
    return .unknownEvent(
      key.description, near: nearest(to: key.description, among: keys), count: keys.count)
  }
}

extension Outcome {
  /// Whether the fact is in the book because of this recording.
  fileprivate var isNew: Bool {
    switch self {
    case .recorded, .restated: true
    case .alreadyRecorded, .conflicting, .refused: false
    }
  }
}
