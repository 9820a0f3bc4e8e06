import LedgerCore

extension KindRule {
  /// Reads the table `[kind]`.
  init(_ section: Section) throws(ProfileError) {
    try section.allow(["column", "default", "prefixes", "values"] + Self.columnKeys)
    guard let column = try section.column("column") else {
      throw section.fault("column", "is missing: it names the column that decides the kind")
    }
    self.column = column
    otherwise = try section.text("default").map { text throws(ProfileError) in
      try Sale.Kind(text, key: "default", in: section)
    }
    var columns: [Sale.Kind: Columns] = [:]
    for name in Self.columnKeys {
      guard let inner = try section.section(name) else { continue }
      for (key, column) in try inner.columnByKey(for: Field(rawValue: name)) {
        let kind = try Sale.Kind(key, key: key, in: inner)
        columns[kind, default: Columns()].set(column, for: name)
      }
    }
    self.columns = columns
    values = Dictionary(
      try Self.kinds(section.section("values")), uniquingKeysWith: { first, _ in first })
    prefixes = try Self.kinds(section.section("prefixes"))
      .sorted { $0.0.utf8.count > $1.0.utf8.count }
      .map { (text: $0.0, kind: $0.1) }
  }

  /// The tables that name the columns of kinds.
  private static let columnKeys = ["at", "quantity", "amount", "product"]

  private static func kinds(_ section: Section?) throws(ProfileError) -> [(String, Sale.Kind)] {
    guard let section else { return [] }
    return try section.texts().map { pair throws(ProfileError) in
      (pair.key, try Sale.Kind(pair.text, key: pair.key, in: section))
    }
  }
}

extension KindRule.Columns {
  fileprivate mutating func set(_ column: String, for key: String) {
    switch key {
    case "at": at = column
    case "quantity": quantity = column
    case "amount": amount = column
    default: product = column
    }
  }
}

extension Sale.Kind {
  /// The kind of a name that stands under a key of a profile.
  init(_ text: String, key: String, in section: Section) throws(ProfileError) {
    guard let kind = Sale.Kind(rawValue: text) else {
      throw section.fault(
        key, "says \(unknown("kind of sale", text, in: Sale.Kind.allCases.map(\.rawValue)))")
    }
    self = kind
  }
}
