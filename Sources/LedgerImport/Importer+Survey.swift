import LedgerCore
import Tabular

extension Profile {
  /// Whether the whole file may have to be read to know how its numbers and times are written.
  var needsSurvey: Bool { detectsDecimalMark || timeFormats.haveBothOrders }
}

extension Importer {
  /// Reads the whole file once, to learn from its certain cells how the others are written.
  ///
  /// - Throws: the first cell that nothing in the file decides.
  func survey(
    _ table: OpenedTable, _ mapping: Mapping, _ times: TimeReading, _ plan: Plan
  ) throws(ImportError.Reason) {
    mapping.evidence.begin()
    switch table {
    case .csv(let file): survey(try file.csv(), mapping, times, plan)
    case .aligned(let file, let alignment):
      surveyInOneForm(try file.aligned(alignment), mapping, times, plan)
    case .jsonl(let file): surveyInOneForm(try file.jsonLines(), mapping, times, plan)
    case .sheet(let name, let workbook, let file):
      surveyInOneForm(try file.sheet(name, of: workbook), mapping, times, plan)
    }
    try mapping.evidence.end()
  }

  /// The same in one form for all readers: in a form for each, the module is twice as large.
  @_semantics("optimize.sil.specialize.generic.never")
  private func surveyInOneForm(
    _ reader: consuming some RecordReader & ~Copyable, _ mapping: Mapping, _ times: TimeReading,
    _ plan: Plan
  ) {
    survey(reader, mapping, times, plan)
  }

  private func survey(
    _ reader: consuming some RecordReader & ~Copyable, _ mapping: Mapping, _ times: TimeReading,
    _ plan: Plan
  ) {
    switch mapping.profile.records {
    case .events:
      read(reader, by: EventRowReader(mapping, times: times, reference: reference), mapping)
    case .audience:
      read(reader, by: AudienceRowReader(mapping, times: times, reference: reference), mapping)
    case .sales: read(reader, by: saleRows(mapping, times, plan), mapping)
    case .shows:
      read(reader, by: TotalRowReader(mapping, times: times, reference: reference), mapping)
    case .marks:
      read(reader, by: try? markRows(mapping, times), mapping)
    // Their numbers and days are written in one way.
    case .claims, .surveys, .rates, .targets, .creators, .credits, .aliases: break
    }
  }

  /// Reads all rows and keeps nothing of them; what is wrong with one is reported when it is loaded
  /// for good.
  private func read<Rows: RowReader>(
    _ reader: consuming some RecordReader & ~Copyable, by rows: Rows?, _ mapping: Mapping
  ) {
    guard var rows else { return }
    var shapes = RowShapes(mapping.profile)
    var batch = Batch<Rows.F>(keepsRows: false, roomFor: .init())
    do throws(TabularError) {
      while let row = try reader.next(), row != .pause {
        guard row == .record else { continue }
        if shapes != nil, case .skip = shapes?.verdict(reader, isShort: false) { continue }
        do throws(RowFault) { _ = try rows.read(reader, into: &batch) } catch {}
        batch.dropRow()
      }
    } catch {}
  }

  func saleRows(_ mapping: Mapping, _ times: TimeReading, _ plan: Plan) -> SaleRowReader? {
    SaleRowReader(
      mapping, times: times, reference: reference, file: plan.name,
      continuing: plan.continuing, now: { plan.draft(1...1).recordedAt })
  }

  func creditRows(_ mapping: Mapping, _ times: TimeReading, _ plan: Plan) -> CreditRowReader? {
    CreditRowReader(
      mapping, times: times, reference: reference, file: plan.name,
      now: { plan.draft(1...1).recordedAt })
  }

  func markRows(
    _ mapping: Mapping, _ times: TimeReading
  ) throws(ImportError.Reason) -> MarkRowReader? {
    var shows: [EventKey: Event] = [:]
    do throws(LedgerError) {
      for show in try repository.events(in: nil, during: .always, limit: nil) {
        shows[show.key] = show
      }
    } catch { throw .ledger(error) }
    return MarkRowReader(mapping, times: times, reference: reference, shows: shows)
  }

  /// The order of day and month that is meant where the file does not say it.
  func usualOrder(_ mapping: Mapping) -> DateOrder? {
    let profile = mapping.profile
    guard let name = mapping.cells[.market]?.constant else { return profile.usualOrder }
    do throws(LedgerError) {
      let market = try reference.market(profile.marketAliases[name.uppercased()] ?? name)
      return profile.usualOrders[market.code.description] ?? profile.usualOrder
    } catch {
      return profile.usualOrder
    }
  }
}
