import LedgerCore

extension KindRule {
  /// Reads the table `[kind]`.
  init(_ section: Section) throws(ProfileError) {
    try section.allow(["column", "default", "prefixes", "values", "at"])
    guard let column = try section.text("column") else {
      throw section.fault("column", "is missing: it names the column that decides the kind")
    }
    self.column = column
    otherwise = try section.text("default").map { text throws(ProfileError) in
      try Sale.Kind(text, key: "default", in: section)
    }
    var at: [Sale.Kind: String] = [:]
    if let inner = try section.section("at") {
      for (key, column) in try inner.texts() {
        at[try Sale.Kind(key, key: key, in: inner)] = column
      }
    }
    self.at = at
    values = Dictionary(
      try Self.kinds(section.section("values")), uniquingKeysWith: { first, _ in first })
    prefixes = try Self.kinds(section.section("prefixes"))
      .sorted { $0.0.utf8.count > $1.0.utf8.count }
      .map { (text: $0.0, kind: $0.1) }
  }

  private static func kinds(_ section: Section?) throws(ProfileError) -> [(String, Sale.Kind)] {
    guard let section else { return [] }
    return try section.texts().map { pair throws(ProfileError) in
      (pair.key, try Sale.Kind(pair.text, key: pair.key, in: section))
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
