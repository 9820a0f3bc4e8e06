package import LedgerCore
package import Tabular

/// Reads files into a ledger, chunk by chunk, in memory that does not grow with the file.
package struct Importer {
  /// What it asks of a storage.
  package typealias Repository = any EventRepository & AudienceRepository & SaleRepository
    & ReportedTotalRepository & ClaimRepository & SurveyRepository
    & RateRepository & TargetRepository & MembershipRepository & CreditRepository
    & MarkRepository & AliasRepository
  /// Finds a zone by its name.
  package typealias ZoneLookup = (String) throws(LedgerError) -> TimeZone

  let repository: Repository
  let reference: Reference
  private let zone: ZoneLookup
  private let markets: MarketZones?

  /// Makes an importer; `markets`: the zones of local times that neither say one nor whose profile
  /// does.
  package init(
    repository: Repository, reference: Reference, zone: @escaping ZoneLookup,
    markets: MarketZones? = nil
  ) {
    self.markets = markets
    self.repository = repository
    self.reference = reference
    self.zone = zone
  }

  /// Reads one file to its end.
  ///
  /// Events, claims and surveys are recorded 1,000 at a time, counts 100,000, sales 32,000, or as
  /// many as 16 MiB hold, or 4 MiB of rows that are kept, or up to the 4,000th rejection; each time
  /// in one entry. Sales of two seconds are one transaction.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - records: What its rows are; `nil` where the header decides.
  ///   - profile: How to read it; `nil` where the header decides: the ledger's own columns, else
  ///     the one of ``KnownExports`` that it is of.
  ///   - adapting: Makes a profile fit what the user states, as ``Profile/settingConstant(_:_:)``
  ///     does; applied to the profile that the header decides, and not to one that is given.
  ///   - acceptsChangedColumns: Whether to load what is left of a known export that has lost
  ///     columns.
  ///   - layout: What is known of its format.
  ///   - continuing: The last order of the file before, which this one may continue.
  ///   - allowsRepeats: Whether a row may have the key of an earlier row and say the same.
  ///   - onConflict: What to do with a count whose key has another value.
  ///   - rejectionLimit: The file is left where more are rejected than this; `nil` for never.
  ///   - beforeFirst: Called once, before the first row is recorded or rejected, to check what
  ///     cannot be checked of a row.
  ///   - draft: What to say of an entry whose facts come from these lines of the file.
  ///   - onHeader: Called with the names of the columns, where the file is a table.
  ///   - onRejection: Called for each row or value that is not recorded, in the order of lines,
  ///     once the chunk is recorded that it stands in.
  ///   - keepsRows: Whether a rejection has its row as it stands in the file.
  ///   - onRemark: Called with what was found out about the format and is worth telling.
  ///   - sumsUp: Whether the summary has sums of what the file says.
  ///   - explains: Whether to remark what becomes of the cells of the first rows; not of a pipe.
  ///   - tracksLines: Whether `afterChunk` needs the outcome of each line.
  ///   - afterChunk: Called after each chunk, and whenever the source has paused, with what has
  ///     been done so far, all of which is durable; says whether to go on.
  /// - Returns: What became of its rows.
  /// - Throws: ``ImportError``; what its summary counts as recorded is in the book all the same.
  package func run(
    _ source: ByteSource, as records: RecordType?, profile: Profile? = nil,
    adapting: @escaping (Profile) throws(ProfileError) -> Profile = { profile in profile },
    acceptsChangedColumns: Bool = false, layout: FileLayout = FileLayout(),
    continuing: OpenOrder? = nil, allowsRepeats: Bool = false,
    onConflict: ConflictRule = .refuse, rejectionLimit: Int64? = nil,
    beforeFirst: @escaping () throws(TabularError) -> Void = {},
    draft: @escaping (ClosedRange<Int>) -> Entry.Draft,
    onHeader: @escaping (TableHead) -> Void = { _ in },
    onRejection: @escaping (Rejection) -> Void = { _ in }, keepsRows: Bool = true,
    onRemark: @escaping (ImportRemark) -> Void = { _ in },
    sumsUp: Bool = false, explains: Bool = false, tracksLines: Bool = false,
    afterChunk: @escaping (ImportProgress) -> ImportStep = { _ in .goOn }
  ) throws(ImportError) -> ImportSummary {
    var summary = ImportSummary()
    do throws(ImportError.Reason) {
      if let records, let profile, profile.records != records {
        throw .otherRecords(OtherRecords(profile: profile.name, records: profile.records))
      }
      let choice = try ProfileChoice(records: records, given: profile, adapting: adapting)
      let plan = Plan(
        file: source.name, name: source.name, choice: choice, layout: layout,
        acceptsChangedColumns: acceptsChangedColumns,
        continuing: continuing, allowsRepeats: allowsRepeats, onConflict: onConflict,
        rejectionLimit: rejectionLimit, beforeFirst: beforeFirst, draft: draft,
        onHeader: onHeader, onRejection: onRejection, keepsRows: keepsRows, onRemark: onRemark,
        sumsUp: sumsUp, explains: explains, tracksLines: tracksLines, afterChunk: afterChunk)
      try readAll(source, plan, &summary)
    } catch {
      throw ImportError(file: source.name, reason: error, summary: summary)
    }
    return summary
  }

  /// What to do with a file, whatever its format.
  struct Plan {
    /// What messages call what is read: the file, or a sheet or a file in it.
    var file: String
    /// The name of the file, or of a file in it.
    var name: String
    let choice: ProfileChoice
    let layout: FileLayout
    let acceptsChangedColumns: Bool
    var continuing: OpenOrder?
    let allowsRepeats: Bool
    let onConflict: ConflictRule
    let rejectionLimit: Int64?
    var beforeFirst: () throws(TabularError) -> Void
    let draft: (ClosedRange<Int>) -> Entry.Draft
    let onHeader: (TableHead) -> Void
    let onRejection: (Rejection) -> Void
    let keepsRows: Bool
    let onRemark: (ImportRemark) -> Void
    let sumsUp: Bool
    let explains: Bool
    let tracksLines: Bool
    let afterChunk: (ImportProgress) -> ImportStep
  }

  func load(
    _ reader: consuming some RecordReader & ~Copyable, _ plan: Plan, again: OpenedTable?,
    _ summary: inout ImportSummary
  ) throws(ImportError.Reason) {
    let profile = try plan.choice.profile(for: reader.header)
    if let changed = ChangedColumns(profile, header: reader.header) {
      guard plan.acceptsChangedColumns else { throw .changedColumns(changed) }
      plan.onRemark(.readAsChanged(changed))
      let lost = changed.lostFigures(of: profile)
      if !lost.isEmpty {
        summary.omissions.append(.withoutFigures(profile: profile.name, columns: lost))
      }
    } else if plan.choice.isOpen, !profile.isOwn {
      plan.onRemark(.readAs(profile: profile.name))
    }
    var mapping = try Mapping(
      profile, header: reader.header, acceptsChangedColumns: plan.acceptsChangedColumns)
    try check(mapping)
    mapping.evidence = FileEvidence(usualOrder: usualOrder(mapping))
    let times = TimeReading(
      formats: profile.timeFormats, zone: try zone(of: profile), markets: markets,
      evidence: mapping.evidence, words: ZoneWords(aliases: profile.zoneAliases))
    try learnMarkets(mapping)
    if profile.needsSurvey, let again { try survey(again, mapping, times, plan) }
    if plan.explains, let again { try explain(again, mapping, times, plan) }
    var run = ImportRun(plan, repository, mapping, after: summary)
    defer { summary = run.summary }
    switch profile.records {
    case .events:
      if let rows = EventRowReader(mapping, times: times, reference: reference) {
        try run.load(reader, rows)
      }
    case .audience:
      if let rows = AudienceRowReader(mapping, times: times, reference: reference) {
        try run.load(reader, rows)
      }
    case .sales:
      if let rows = saleRows(mapping, times, plan) { try run.load(reader, rows) }
    case .shows:
      if let rows = TotalRowReader(mapping, times: times, reference: reference) {
        try run.load(reader, rows)
      }
    case .claims:
      if let rows = ClaimRowReader(mapping, reference: reference) { try run.load(reader, rows) }
    case .surveys:
      if let rows = SurveyRowReader(mapping, reference: reference) { try run.load(reader, rows) }
    case .rates:
      if let rows = try rateRows(mapping) { try run.load(reader, rows) }
    case .targets:
      if let rows = TargetRowReader(mapping, reference: reference) { try run.load(reader, rows) }
    case .credits: if let rows = creditRows(mapping, times, plan) { try run.load(reader, rows) }
    case .marks: if let rows = try markRows(mapping, times) { try run.load(reader, rows) }
    case .aliases:
      if let rows = AliasRowReader(mapping, reference: reference) { try run.load(reader, rows) }
    case .creators:
      if let rows = MembershipRowReader(mapping, reference: reference) {
        try run.load(reader, rows)
      }
    }
  }

  /// Refuses a column of what is no currency before any row.
  private func rateRows(_ mapping: Mapping) throws(ImportError.Reason) -> RateRowReader? {
    do { return try RateRowReader(mapping, reference: reference) } catch { throw .ledger(error) }
  }

  /// Looks up of which markets events are, whose zones local times of a file may be in.
  private func learnMarkets(_ mapping: Mapping) throws(ImportError.Reason) {
    guard let markets, mapping.profile.timeZone == nil,
      [.audience, .sales, .marks].contains(mapping.profile.records),
      mapping.cells[.event] != nil || mapping.profile.eventKey != nil
    else { return }
    do throws(LedgerError) {
      markets.learn(try repository.events(in: nil, during: .always, limit: nil))
    } catch { throw .ledger(error) }
  }

  private func zone(of profile: Profile) throws(ImportError.Reason) -> TimeZone? {
    guard let name = profile.timeZone else { return nil }
    do { return try zone(name) } catch { throw .ledger(error) }
  }

  /// Refuses constants that would have every row rejected.
  private func check(_ mapping: Mapping) throws(ImportError.Reason) {
    func constant(_ field: Field) -> String? { mapping.cells[field]?.constant }
    do throws(LedgerError) {
      if [.audience, .sales, .targets, .marks].contains(mapping.profile.records),
        let key = constant(.event)
      {
        _ = try repository.event(EventKey(key))
      }
      let aliases = mapping.profile.marketAliases
      for code in aliases.values.sorted() { _ = try reference.market(code) }
      if let name = constant(.market) {
        _ = try reference.market(aliases[name.uppercased()] ?? name)
      }
      for field in [Field.currency, .base] {
        if let code = constant(field) { _ = try reference.currency(code) }
      }
      if mapping.profile.records == .audience, let name = constant(.metric) {
        _ = try Metric(name: name)
      }
    } catch {
      throw .ledger(error)
    }
  }
}
