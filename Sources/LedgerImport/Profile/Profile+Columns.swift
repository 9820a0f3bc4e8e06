extension Profile {
  /// The columns that a file must have.
  var requiredColumns: [String] {
    let fields = isOwn ? records.requiredFields : records.fields
    return fields.compactMap { columns[$0] }.flatMap(parts(of:)) + otherColumns
  }

  /// The place of a column in a header, by any of the names that it may have.
  func index(of name: String, in header: [String]) -> Int? {
    columnAliases.index(of: name, in: header)
  }

  /// The columns that a name stands for.
  func parts(of name: String) -> [String] { joinedColumns[name]?.columns ?? [name] }

  /// Whether a column is read where a file has it.
  func reads(_ name: String) -> Bool {
    (namedColumns + header).contains { index(of: $0, in: [name]) != nil }
  }

  private var otherColumns: [String] {
    let fields = Set(columns.values.flatMap(parts(of:)))
    return namedColumns.filter { !fields.contains($0) }
  }

  /// All columns that it reads something from.
  var namedColumns: [String] {
    var names = Array(columns.values) + metrics.map(\.column) + totals.map(\.column)
    names += movements.flatMap { $0.at + [$0.amount, $0.quantity, $0.product].compactMap(\.self) }
    names += discounts.map(\.column)
    let tests =
      rules.flatMap(\.tests) + movements.flatMap(\.tests) + discounts.flatMap(\.tests)
    for case .column(let name) in tests.map(\.subject) { names.append(name) }
    for case .column(let name) in eventKey?.parts ?? [] { names.append(name) }
    names +=
      (kind.map { [$0.column] + $0.columns.values.flatMap(\.all) } ?? []) + (carried?.columns ?? [])
    return names.flatMap(parts(of:))
  }
}
