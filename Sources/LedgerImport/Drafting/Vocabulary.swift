import LedgerCore

/// What columns are called, by what they hold, and words that their cells may have.
struct Vocabulary {
  /// What else than a fact's own field a column may be of.
  enum Part: String, CaseIterable {
    case start, end, zone
    case cancelledAt = "cancelled_at"
    case refunded
    case refundedAt = "refunded_at"
    case returned, discount
    case paidAt = "paid_at"
  }

  /// What a word in a cell may mean.
  enum Meaning: String, CaseIterable {
    case sale, refund, cancellation, total, unpaid
    case noValue = "no_value"
  }

  private let fields: [Field: [ColumnWords]]
  private let metrics: [Metric: [ColumnWords]]
  private let measures: [Measure: [ColumnWords]]
  private let parts: [Part: [ColumnWords]]
  private let persons: [ColumnWords]
  private let meanings: [String: Meaning]

  /// The one that the program has.
  ///
  /// - Throws: ``ProfileError``, where the program itself is wrong.
  static func known() throws(ProfileError) -> Vocabulary { try all.get() }

  private static let all = Result { () throws(ProfileError) in
    try Vocabulary(
      Section(
        toml: String(decoding: PackageResources.columns_toml, as: UTF8.self),
        profile: "columns.toml"))
  }

  private init(_ root: Section) throws(ProfileError) {
    func terms<Key: Hashable>(
      _ name: String, _ key: (String) -> Key?
    ) throws(ProfileError) -> [Key: [ColumnWords]] {
      var terms: [Key: [ColumnWords]] = [:]
      guard let section = try root.section(name) else { return terms }
      for text in section.keys {
        guard let key = key(text) else { throw section.fault(text, "is no such thing") }
        terms[key] = try section.list(text)?.map(ColumnWords.init)
      }
      return terms
    }
    fields = try terms("fields") { Field(rawValue: $0) }
    metrics = try terms("metrics") { Metric(rawValue: $0) }
    measures = try terms("totals") { Measure(rawValue: $0) }
    parts = try terms("times") { Part(rawValue: $0) }
      .merging(terms("movements") { Part(rawValue: $0) }) { first, _ in first }
    persons = try terms("persons") { $0 }["names"] ?? []
    var meanings: [String: Meaning] = [:]
    let words = try root.section("words")
    for meaning in Meaning.allCases {
      for text in try words?.list(meaning.rawValue) ?? [] { meanings[text] = meaning }
    }
    self.meanings = meanings
  }

  /// How well a column's name says that it holds this, from 0 to 1.
  func score(_ name: ColumnWords, _ slot: Slot) -> Double {
    switch slot {
    case .field(let field): score(name, fields[field])
    case .metric(let metric): score(name, metrics[metric])
    case .total(let measure): score(name, measures[measure])
    case .part(let part): score(name, parts[part])
    }
  }

  /// Whether something is known of a column's name.
  func knows(_ name: ColumnWords) -> Bool {
    let lists =
      Array(fields.values) + Array(metrics.values) + Array(measures.values)
      + Array(parts.values)
    return lists.contains { score(name, $0) >= Self.enough }
  }

  /// Whether a column may be about a person: one word is enough.
  func isPersonal(_ name: ColumnWords) -> Bool { persons.contains { name.match($0) > 0 } }

  /// What a cell's text may mean.
  func meaning(of text: String) -> Meaning? {
    meanings[text.lowercased().split { $0 == "_" || $0.isWhitespace }.joined(separator: " ")]
  }

  /// Below this, a name says nothing.
  static let enough = 0.7

  /// Of names that fit alike, an earlier one is the better.
  private func score(_ name: ColumnWords, _ terms: [ColumnWords]?) -> Double {
    var best = 0.0
    for (place, term) in (terms ?? []).enumerated() {
      best = max(best, name.match(term) - 0.002 * Double(place))
    }
    return best
  }
}

/// What a column of a file may become.
enum Slot: Hashable {
  case field(Field)
  case metric(Metric)
  case total(Measure)
  case part(Vocabulary.Part)
}
