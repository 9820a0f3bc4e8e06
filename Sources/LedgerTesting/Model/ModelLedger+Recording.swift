public import LedgerCore

extension ModelLedger {
  /// Records the new events of the batch, all in one entry.
  public func record(
    _ events: [Event], as draft: Entry.Draft, onConflict: ConflictRule
  ) throws(LedgerError) -> Recording<Event> {
    try record { book throws(LedgerError) in
      try book.record(events, as: draft, onConflict: onConflict)
    }
  }

  /// Records the new counts of the batch, all in one entry.
  public func record(
    _ counts: AudienceBatch, as draft: Entry.Draft, onConflict: ConflictRule
  ) throws(LedgerError) -> Recording<AudienceCount> {
    try record { book throws(LedgerError) in
      try book.record((0..<counts.count).map { counts[$0] }, as: draft, onConflict: onConflict)
    }
  }

  /// Records the new sales of the batch, all in one entry.
  public func record(
    _ sales: SaleBatch, as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Sale> {
    try record { book throws(LedgerError) in
      try book.record((0..<sales.count).map { sales[$0] }, as: draft)
    }
  }

  /// Records what `body` gives to a recorder of sales, all of it or nothing.
  public func recordSales<T>(
    _ body: (any SaleRecording) throws(LedgerError) -> T
  ) throws(LedgerError) -> T {
    let before = book
    do throws(LedgerError) { return try body(self) } catch {
      book = before
      throw error
    }
  }

  /// Records the new totals of the batch, all in one entry.
  public func record(
    _ totals: [ReportedTotal], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<ReportedTotal> {
    try record { book throws(LedgerError) in try book.record(totals, as: draft) }
  }

  /// Records the new claims of the batch, all in one entry.
  public func record(
    _ claims: [Claim], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Claim> {
    try record { book throws(LedgerError) in try book.record(claims, as: draft) }
  }

  /// Records the new surveys of the batch, all in one entry.
  public func record(
    _ surveys: [Survey], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Survey> {
    try record { book throws(LedgerError) in try book.record(surveys, as: draft) }
  }

  /// Records the new rates of the batch, all in one entry.
  public func record(
    _ rates: [ExchangeRate], as draft: Entry.Draft, onConflict: ConflictRule
  ) throws(LedgerError) -> Recording<ExchangeRate> {
    try record { book throws(LedgerError) in
      try book.record(rates, as: draft, onConflict: onConflict)
    }
  }

  /// Records what is new in the batch, all in one entry: memberships, and the ends of known ones.
  public func record(
    _ memberships: [Membership], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Membership> {
    try record { book throws(LedgerError) in try book.record(memberships, as: draft) }
  }

  /// Records the new targets of the batch, all in one entry.
  public func record(
    _ targets: [Target], as draft: Entry.Draft, onConflict: ConflictRule
  ) throws(LedgerError) -> Recording<Target> {
    try record { book throws(LedgerError) in
      try book.record(targets, as: draft, onConflict: onConflict)
    }
  }

  /// Records the new settings of the batch, all in one entry.
  public func record(
    _ settings: [Setting], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Setting> {
    try record { book throws(LedgerError) in try book.record(settings, as: draft) }
  }

  /// Records the new coverages of the batch, all in one entry.
  public func record(
    _ coverages: [Coverage], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Coverage> {
    try record { book throws(LedgerError) in try book.record(coverages, as: draft) }
  }

  /// Records the new credits of the batch, all in one entry.
  public func record(
    _ credits: [Credit], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Credit> {
    try record { book throws(LedgerError) in try book.record(credits, as: draft) }
  }

  /// Records the new statements of the batch, all in one entry.
  public func record(
    _ shows: [SameShow], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<SameShow> {
    try record { book throws(LedgerError) in try book.record(shows, as: draft) }
  }

  /// Records the new marks of the batch, all in one entry.
  public func record(
    _ marks: [Mark], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Mark> {
    try record { book throws(LedgerError) in try book.record(marks, as: draft) }
  }

  /// Records the new aliases of the batch, all in one entry.
  public func record(
    _ aliases: [Alias], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Alias> {
    try record { book throws(LedgerError) in try book.record(aliases, as: draft) }
  }

  /// Records what an event is corrected to, unless the event is so already.
  public func amend(
    _ key: EventKey, _ amendment: EventAmendment, as draft: Entry.Draft
  ) throws(LedgerError) -> AmendedEvent {
    try change { book throws(LedgerError) in try book.amend(key, amendment, as: draft) }
  }

  /// Voids an entry; if it is one batch of a loaded file, voids the whole file.
  public func void(
    _ entry: Int64, _ extent: VoidExtent, reason: String, as draft: Entry.Draft
  ) throws(LedgerError) -> VoidRecord {
    try change { book throws(LedgerError) in
      try book.void(entry, extent, reason: reason, as: draft)
    }
  }

  /// Accepts findings of a rule as they are now.
  public func accept(
    _ rule: AuditRule, of subjects: [String]?, reason: String, as draft: Entry.Draft
  ) throws(LedgerError) -> AcceptanceRecord {
    try change { book throws(LedgerError) in
      try book.accept(rule, of: subjects, reason: reason, as: draft)
    }
  }
}
