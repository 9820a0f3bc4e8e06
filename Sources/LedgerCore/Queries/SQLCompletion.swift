/// The completions of a word in a statement.
package struct SQLCompletion {
  /// The word as typed, and its completions.
  package struct Words: Equatable, Sendable {
    package let typed: String
    package let choices: [String]

    package init(typed: String, choices: [String]) {
      self.typed = typed
      self.choices = choices
    }

    /// The word as far as all choices agree, and a space if there is just one; `nil` where that is
    /// no more than was typed.
    package var certain: String? {
      guard let first = choices.first else { return nil }
      if choices.count == 1 { return first + " " }
      var common = first
      for choice in choices { common = common.commonPrefix(with: choice) }
      return common.count > typed.count ? common : nil
    }
  }

  /// What a statement can name.
  package let names: SchemaNames

  package init(names: SchemaNames) { self.names = names }

  /// The choices for the last word of `line`.
  ///
  /// `earlier`: the lines of the same statement before it.
  package func words(for line: String, after earlier: String) -> Words {
    let start = line.lastIndex { !Self.isInWord($0) }.map { line.index(after: $0) }
    let typed = String(line[(start ?? line.startIndex)...])
    guard !typed.isEmpty else { return Words(typed: "", choices: []) }
    return Words(typed: typed, choices: choices(for: typed, in: earlier + line))
  }

  /// Names first; a keyword takes the case of what was typed.
  private func choices(for typed: String, in statement: String) -> [String] {
    let lower = typed.lowercased()
    let mentioned = mentioned(in: statement)
    var choices = names.relations.map(\.name)
    if let dot = lower.lastIndex(of: ".") {
      // A column follows its table, or an alias of it.
      let owner = String(lower[..<dot])
      let owners = names.relations.filter { $0.name == owner }
      for relation in owners.isEmpty ? mentioned : owners {
        choices += relation.columns.map { "\(typed[...dot])\($0.name)" }
      }
    } else {
      let relations = mentioned.isEmpty ? names.relations : mentioned
      choices += relations.flatMap { $0.columns.map(\.name) }
      let isUpper = typed.contains(where: \.isUppercase)
      choices += SQLKeywords.all.map { isUpper ? $0.uppercased() : $0 }
    }
    return Array(Set(choices.filter { $0.lowercased().hasPrefix(lower) })).sorted()
  }

  /// The tables and views that a statement names.
  private func mentioned(in statement: String) -> [SchemaNames.Relation] {
    let words = Set(
      SQLToken.all(of: statement).filter { $0.kind == .word || $0.kind == .quotedName }
        .map { $0.text.lowercased() })
    return names.relations.filter { relation in
      words.contains(relation.name.split(separator: ".").last.map(String.init) ?? "")
    }
  }

  private static func isInWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "."
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
