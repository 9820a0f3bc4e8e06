import BookStorage

/// The statements that write to a table, made from its columns and key.
struct TableStatements {
  /// Inserts a row with a value for each column.
  let insert: String
  /// Inserts a row with a value for each column but the first, and returns that.
  let insertNumbered: String
  /// Inserts a row, or replaces what is not in the key.
  let put: String
  /// Adds what is not in the key of each row of `bound` to the row with its key.
  let add: String

  private static let all = Dictionary(
    uniqueKeysWithValues: Schema.tables.map { ($0.name, TableStatements($0)) })

  /// The statements of a table; making them takes longer than inserting a row.
  static func of(_ table: any Table.Type) -> TableStatements {
    all[table.name] ?? TableStatements(table)
  }

  private init(_ table: any Table.Type) {
    let names = table.columns.map(\.name)
    let key = table.key.joined(separator: ", ")
    let others = names.filter { !table.key.contains($0) }
    func into(_ names: some Collection<String>) -> String {
      "INSERT INTO \(table.name) (\(names.joined(separator: ", ")))"
    }
    func values(_ count: Int) -> String {
      "VALUES (\((0..<count).map { "?\($0 + 1)" }.joined(separator: ", ")))"
    }
    func update(_ value: (String) -> String) -> String {
      "ON CONFLICT (\(key)) DO UPDATE SET "
        + others.map { "\($0) = \(value($0))" }.joined(separator: ", ")
    }
    insert = "\(into(names)) \(values(names.count))"
    insertNumbered =
      "\(into(names.dropFirst())) \(values(names.count - 1)) RETURNING \(names.first ?? "")"
    put = "\(insert) \(update { "excluded.\($0)" })"
    let cells = names.indices.map { "c\($0)" }.joined(separator: ", ")
    // Without `WHERE`, SQLite would take ON for a part of a join.
    add = """
      \(into(names)) SELECT \(cells) FROM bound WHERE true \(update { "\($0) + excluded.\($0)" })
      """
  }

  /// Inserts the rows of `bound`, with the entry as `?1`, and what is alike in all from `?2` on.
  static func insertBound(into table: any Table.Type, alike: [String]) -> String {
    let names = table.columns.map(\.name)
    let cells = names.filter { $0 != "entry" }
    let values = names.map { name in
      if name == "entry" { return "?1" }
      if let place = alike.firstIndex(of: name) { return "?\(place + 2)" }
      return "c\(cells.firstIndex(of: name) ?? 0)"
    }
    return """
      INSERT INTO \(table.name) (\(names.joined(separator: ", ")))
      SELECT \(values.joined(separator: ", ")) FROM bound
      """
  }
}
