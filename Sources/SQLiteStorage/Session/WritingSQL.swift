import BookStorage

/// The statements that write to a table, made from its columns and key.
struct WritingSQL {
  private let table: any Table.Type
  private let names: [String]

  init(_ table: any Table.Type) {
    self.table = table
    names = table.columns.map(\.name)
  }

  /// Inserts a row with a value for each column.
  var insert: String { "\(into(names)) \(values(names.count))" }

  /// Inserts a row with a value for each column but the first, and returns that.
  var insertNumbered: String {
    "\(into(names.dropFirst())) \(values(names.count - 1)) RETURNING \(names.first ?? "")"
  }

  /// Inserts a row, or replaces what is not in the key.
  var put: String { "\(insert) \(update { "excluded.\($0)" })" }

  /// Adds what is not in the key of each row of `bound` to the row with its key.
  var add: String {
    let highs = Set(table.highs.values)
    return add(names.filter { !highs.contains($0) }) { "\($0) + excluded.\($0)" }
  }

  /// The same, where each sum that passes 64 bits carries its whole 10¹⁸ to its second column.
  ///
  /// Both rests are below that, so their sum is none that passes 64 bits.
  var addCarrying: String {
    let lows = Dictionary(uniqueKeysWithValues: table.highs.map { ($1, $0) })
    let base = "1000000000000000000"
    func rest(_ low: String) -> String { "\(low) % \(base) + excluded.\(low) % \(base)" }
    // A sum of integers that passes 64 bits is real to SQLite.
    func fits(_ low: String, _ high: String) -> String {
      "\(high) = 0 AND excluded.\(high) = 0 AND typeof(\(low) + excluded.\(low)) = 'integer'"
    }
    return add(names) { name in
      let sum = "\(name) + excluded.\(name)"
      if let high = table.highs[name] {
        return "iif(\(fits(name, high)), \(sum), (\(rest(name))) % \(base))"
      }
      guard let low = lows[name] else { return sum }
      return "iif(\(fits(low, name)), 0, \(sum) + \(low) / \(base) + excluded.\(low) / \(base)"
        + " + (\(rest(low))) / \(base))"
    }
  }

  private func add(_ names: [String], _ sum: (String) -> String) -> String {
    let cells = names.indices.map { "c\($0)" }.joined(separator: ", ")
    // Without `WHERE`, SQLite would take ON for a part of a join.
    return "\(into(names)) SELECT \(cells) FROM bound WHERE true \(update(names, sum))"
  }

  /// Inserts the rows of `bound`, with the entry as `?1`, and what is alike in all from `?2` on.
  func insertBound(alike: [String]) -> String {
    let cells = names.filter { $0 != "entry" }
    let values = names.map { name in
      if name == "entry" { return "?1" }
      if let place = alike.firstIndex(of: name) { return "?\(place + 2)" }
      return "c\(cells.firstIndex(of: name) ?? 0)"
    }
    return "\(into(names)) SELECT \(values.joined(separator: ", ")) FROM bound"
  }

  private func into(_ names: some Collection<String>) -> String {
    "INSERT INTO \(table.name) (\(names.joined(separator: ", ")))"
  }

  private func values(_ count: Int) -> String {
    "VALUES (\((0..<count).map { "?\($0 + 1)" }.joined(separator: ", ")))"
  }

  private func update(_ value: (String) -> String) -> String { update(names, value) }

  private func update(_ names: [String], _ value: (String) -> String) -> String {
    let others = names.filter { !table.key.contains($0) }
    return "ON CONFLICT (\(table.key.joined(separator: ", "))) DO UPDATE SET "
      + others.map { "\($0) = \(value($0))" }.joined(separator: ", ")
  }
}
