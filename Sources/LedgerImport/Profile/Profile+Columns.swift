extension Profile {
  /// The columns that a file must have.
  var requiredColumns: [String] {
    let fields = isOwn ? records.requiredFields : records.fields
    return fields.compactMap { columns[$0] } + otherColumns
  }

  /// Whether a column is read where a file has it.
  func reads(_ name: String) -> Bool {
    (namedColumns + header).contains { ColumnName.index(of: $0, in: [name]) != nil }
  }

  private var otherColumns: [String] {
    let fields = Set(columns.values)
    return namedColumns.filter { !fields.contains($0) }
  }

  /// All columns that it reads something from.
  var namedColumns: [String] {
    var names = Array(columns.values) + metrics.map(\.column) + totals.map(\.column)
    names += movements.flatMap { $0.at + [$0.amount, $0.quantity].compactMap(\.self) }
    names += discounts.map(\.column)
    let tests =
      rules.flatMap(\.tests) + movements.flatMap(\.tests) + discounts.flatMap(\.tests)
    for case .column(let name) in tests.map(\.subject) { names.append(name) }
    for case .column(let name) in eventKey?.parts ?? [] { names.append(name) }
    return names + (kind.map { [$0.column] + $0.at.values } ?? []) + (carried?.columns ?? [])
  }
}
