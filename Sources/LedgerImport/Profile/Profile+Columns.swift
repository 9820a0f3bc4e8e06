extension Profile {
  /// The columns that a file must have.
  var requiredColumns: [String] {
    let fields = isOwn ? records.requiredFields : records.fields
    return fields.compactMap { columns[$0] } + otherColumns
  }

  /// Whether a column is read where a file has it.
  func reads(_ name: String) -> Bool {
    let folded = ColumnName.folded(name)
    return (Array(columns.values) + otherColumns).contains { ColumnName.folded($0) == folded }
  }

  private var otherColumns: [String] {
    var names = metrics.map(\.column)
    if let kind { names.append(kind.column) }
    for test in rules.flatMap(\.tests) {
      if case .column(let name) = test.subject { names.append(name) }
    }
    return names
  }
}
