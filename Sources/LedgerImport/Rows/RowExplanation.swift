import LedgerCore
import Tabular

/// Says of the first rows of a table what becomes of each cell, and by which part of the profile.
struct RowExplanation {
  /// How many rows it explains.
  static let count = 5

  private let mapping: Mapping
  private let rows: SampledRows

  /// Reads the first rows.
  init(_ reader: consuming some RecordReader & ~Copyable, _ mapping: Mapping)
    throws(TabularError)
  {
    self.mapping = mapping
    rows = try SampledRows(reader, limit: Self.count)
  }

  /// What each cell of the current row is, in the order of the columns.
  private func cells(_ row: SampledRows) -> [String] {
    var uses: [String: [String]] = [:]
    func note(_ column: String?, _ use: String) {
      if let column { uses[column, default: []].append(use) }
    }
    for field in mapping.profile.records.fields {
      note(mapping.columnName(field), field.rawValue)
    }
    for (metric, cell) in mapping.metrics { note(cell.column, "count of \(metric.rawValue)") }
    for (rule, cell, _) in mapping.totals { note(cell.column, "total \(rule.measure.rawValue)") }
    for movement in mapping.movements {
      let kind = movement.rule.kind.rawValue
      note(movement.amount?.column, "amount of a \(kind)")
      note(movement.quantity?.column, "quantity of a \(kind)")
      for cell in movement.at { note(cell.column, "time of a \(kind)") }
      for (cell, _) in movement.tests { note(cell?.column, "tested for a \(kind)") }
    }
    for (rule, tests) in mapping.rules {
      for (cell, _) in tests {
        note(cell?.column, rule.rejection == nil ? "tested to skip" : "tested to reject")
      }
    }
    for name in mapping.keyCells.keys { note(name, "the event's key") }
    return mapping.header.indices.compactMap { index in
      guard let uses = uses[mapping.header[index]] else { return nil }
      var seen = Set<String>()
      let distinct = uses.filter { seen.insert($0).inserted }
      return "  column \(quoted(mapping.header[index])), value \(quoted(row.text(index))): "
        + distinct.joined(separator: ", ")
    }
  }

  /// Explains each row, as one text of several lines; in one form for all kinds of rows.
  @_semantics("optimize.sil.specialize.generic.never")
  func texts<Rows: RowReader>(_ reader: Rows?) -> [String] {
    guard var reader else { return [] }
    var row = rows
    var texts: [String] = []
    while row.next() != nil {
      var batch = Batch<Rows.F>(keepsRows: false, roomFor: .init())
      var lines = ["line \(row.line)"] + cells(row)
      do throws(RowFault) {
        let verdict = try reader.read(row, into: &batch)
        if case .skip(let name) = verdict { lines.append("  is skipped: \(name ?? "by a rule")") }
        lines += batch.faults.map { "  is rejected: \(Self.text(of: $0, at: row.line))" }
      } catch {
        lines.append("  is rejected: \(Self.text(of: error, at: row.line))")
      }
      lines += (0..<batch.facts.count).map { "  becomes \(Self.words(of: batch.facts[$0]))" }
      texts.append(lines.joined(separator: "\n"))
    }
    return texts
  }

  /// Why a row, or one value of it, is no fact.
  static func text(of fault: RowFault, at line: Int) -> String {
    Rejection(
      file: "line", line: line, column: fault.column, value: fault.value, reason: fault.reason,
      rawRecord: []
    ).description
  }

  /// A fact in words, but for values of these fields.
  static func words(of fact: some Fact, without fields: Set<String> = []) -> String {
    let values = fact.values.filter { !fields.contains($0.field) && $0.text != "–" }
    return "\(fact.subject): " + values.map { "\($0.field) \($0.text)" }.joined(separator: ", ")
  }
}

extension Importer {
  /// Tells what becomes of the first rows.
  func explain(
    _ table: OpenedTable, _ mapping: Mapping, _ times: TimeReading, _ plan: Plan
  ) throws(ImportError.Reason) {
    switch table {
    case .csv(let file):
      if let file = try file.again() { try explain(try file.csv(), mapping, times, plan) }
    case .aligned(let file, let alignment):
      if let file = try file.again() {
        try explain(try file.aligned(alignment), mapping, times, plan)
      }
    case .jsonl(let file):
      if let file = try file.again() { try explain(try file.jsonLines(), mapping, times, plan) }
    case .sheet(let name, let workbook, let file):
      try explain(try file.sheet(name, of: workbook), mapping, times, plan)
    }
  }

  private func explain(
    _ reader: consuming some RecordReader & ~Copyable, _ mapping: Mapping, _ times: TimeReading,
    _ plan: Plan
  ) throws(ImportError.Reason) {
    let explanation: RowExplanation
    do throws(TabularError) { explanation = try RowExplanation(reader, mapping) } catch {
      throw .unreadable(error)
    }
    let texts: [String]
    switch mapping.profile.records {
    case .events:
      texts = explanation.texts(EventRowReader(mapping, times: times, reference: reference))
    case .audience:
      texts = explanation.texts(AudienceRowReader(mapping, times: times, reference: reference))
    case .sales: texts = explanation.texts(saleRows(mapping, times, plan))
    case .shows:
      texts = explanation.texts(TotalRowReader(mapping, times: times, reference: reference))
    case .claims: texts = explanation.texts(ClaimRowReader(mapping, reference: reference))
    case .surveys: texts = explanation.texts(SurveyRowReader(mapping, reference: reference))
    case .targets: texts = explanation.texts(TargetRowReader(mapping, reference: reference))
    case .creators: texts = explanation.texts(MembershipRowReader(mapping, reference: reference))
    case .aliases: texts = explanation.texts(AliasRowReader(mapping, reference: reference))
    case .credits: texts = explanation.texts(creditRows(mapping, times, plan))
    case .marks: texts = explanation.texts(try markRows(mapping, times))
    // Their columns are currencies.
    case .rates: texts = []
    }
    for text in texts { plan.onRemark(.explained(text)) }
  }
}
