import LedgerCore

/// What the texts of a file that name one thing are recorded as.
struct NameAliases: Sendable {
  /// The things that a file may call otherwise than the book does.
  enum Subject: String, CaseIterable, Sendable {
    case creator, brand, product, platform, channel
  }

  private let names: [String: String]
  /// Whether a text is refused that is neither an alias nor one of the names.
  private let refusesOthers: Bool

  init(_ aliases: [(alias: String, name: String)], refusesOthers: Bool) {
    var names: [String: String] = [:]
    for (_, name) in aliases { names[ColumnName.folded(name)] = name }
    for (alias, name) in aliases { names[ColumnName.folded(alias)] = name }
    self.names = names
    self.refusesOthers = refusesOthers
  }

  /// The name that a text stands for; `nil` if it is refused.
  ///
  /// Case and spaces between words do not matter.
  func name(of text: String) -> String? {
    if text.isEmpty { return text }
    return names[ColumnName.folded(text)] ?? (refusesOthers ? nil : text)
  }

  /// Reads the tables of `[aliases]` that are of names, and which of them are complete.
  static func all(of root: Section) throws(ProfileError) -> [Subject: NameAliases] {
    var all: [Subject: NameAliases] = [:]
    let closed = try root.list("known_only") ?? []
    let aliases = try root.section("aliases")
    for word in closed {
      guard Subject(rawValue: word) != nil else {
        throw root.fault(
          "known_only", unknown("table of names", word, in: Subject.allCases.map(\.rawValue)))
      }
      guard aliases?.keys.contains(word) == true else {
        throw root.fault("known_only", "names \(word), which has no table [aliases.\(word)]")
      }
    }
    for subject in Subject.allCases {
      guard let section = try aliases?.section(subject.rawValue) else { continue }
      let pairs = try section.texts().map { (alias: $0.key, name: $0.text) }
      all[subject] = NameAliases(pairs, refusesOthers: closed.contains(subject.rawValue))
    }
    return all
  }
}
