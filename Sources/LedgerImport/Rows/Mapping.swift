import LedgerCore
import Tabular

/// A profile as it fits a file's header.
struct Mapping {
  let profile: Profile
  let cells: [Field: Cell]
  let metrics: [(metric: Metric, cell: Cell)]
  /// The column that decides the kind.
  let kindCell: Cell?
  let rules: [(rule: RowRule, tests: [(cell: Cell?, test: RowRule.Test)])]
  let unusedColumns: [String]

  /// Finds the profile's columns in a header.
  ///
  /// - Throws: `missingColumns`, and `profile` where a field has neither column nor constant.
  init(_ profile: Profile, header: [String]) throws(ImportError.Reason) {
    self.profile = profile
    var finder = ColumnFinder(profile: profile, header: header)
    var cells: [Field: Cell] = profile.constants.mapValues { Cell(origin: .constant($0)) }
    for field in profile.records.fields {
      guard let name = profile.columns[field] else { continue }
      let isRequired = !profile.isOwn || profile.records.requiredFields.contains(field)
      if let cell = finder.cell(name, isRequired: isRequired) { cells[field] = cell }
    }
    metrics = profile.metrics.compactMap { pair in
      finder.cell(pair.column, isRequired: true).map { (pair.metric, $0) }
    }
    kindCell = profile.kind.flatMap { finder.cell($0.column, isRequired: true) }
    rules = profile.rules.map { rule in
      let tests = rule.tests.map { test -> (cell: Cell?, test: RowRule.Test) in
        switch test.subject {
        case .field(let field): (cells[field], test)
        case .column(let name): (finder.cell(name, isRequired: true), test)
        }
      }
      return (rule, tests)
    }
    self.cells = cells
    unusedColumns = finder.unusedColumns
    if let missing = finder.missingColumns { throw .missingColumns(missing) }
    try checkComplete()
  }

  /// The column of a field, as the file names it; an amount may be that of a unit price.
  func columnName(_ field: Field) -> String? {
    switch field {
    case .amount: (cells[.amount] ?? cells[.unitPrice])?.column
    case .kind: (cells[.kind] ?? kindCell)?.column
    default: cells[field]?.column
    }
  }

  private func checkComplete() throws(ImportError.Reason) {
    var missing = profile.records.requiredFields.filter { cells[$0] == nil }
    if profile.countsPositions { missing.removeAll { $0 == .line } }
    if cells[.unitPrice] != nil { missing.removeAll { $0 == .amount } }
    if !metrics.isEmpty { missing.removeAll { $0 == .metric || $0 == .count } }
    if let field = missing.first {
      throw .profile(lacks(field.rawValue, option: field.option(for: profile.records)))
    }
    if profile.records == .sales, cells[.event] == nil, cells[.market] == nil {
      throw .profile(lacks("event or market", option: "--event or --market"))
    }
    for (rule, tests) in rules {
      for (cell, test) in tests where cell == nil {
        guard case .field(let field) = test.subject, field != .kind else { continue }
        throw .profile(
          ProfileError(
            profile: profile.name, key: rule.rejection == nil ? "skip" : "reject",
            reason: "tests \(field.rawValue), which has neither column nor constant"))
      }
    }
  }

  private func lacks(_ what: String, option: String?) -> ProfileError {
    let place =
      profile.isOwn
      ? "add a column of that name" : "name it in [columns] or [constants]"
    return ProfileError(
      profile: profile.name, key: nil,
      reason: "the \(profile.records.facts) have no \(what): \(place)"
        + (option.map { ", or give \($0)" } ?? ""))
  }
}

/// Finds columns in a header, and remembers which were found and which were not.
private struct ColumnFinder {
  let profile: Profile
  let header: [String]
  private var used: Set<Int> = []
  private var missing: [String] = []

  init(profile: Profile, header: [String]) {
    self.profile = profile
    self.header = header
  }

  mutating func cell(_ name: String, isRequired: Bool) -> Cell? {
    if let index = ColumnName.index(of: name, in: header) {
      used.insert(index)
      return Cell(origin: .column(index, name: header[index]))
    }
    if isRequired, !missing.contains(name) { missing.append(name) }
    return nil
  }

  var missingColumns: MissingColumns? {
    missing.isEmpty
      ? nil
      : MissingColumns(
        missing: missing, found: header, options: profile.isOwn ? options : [],
        profile: profile.isOwn ? nil : profile.name)
  }

  /// The options that would stand for the columns that are missing.
  private var options: [String] {
    missing.compactMap { Field(rawValue: $0)?.option(for: profile.records) }
  }

  var unusedColumns: [String] {
    header.indices.filter { !used.contains($0) }.map { index in
      header[index].isEmpty ? "(column \(index + 1), without a name)" : header[index]
    }
  }
}
