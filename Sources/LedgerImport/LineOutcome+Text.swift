extension LineOutcome {
  /// What became of each line, in a line of text of its own: `12 recorded 57`.
  package static func text(of outcomes: [LineOutcome]) -> String {
    Dictionary(grouping: outcomes, by: \.line).sorted { $0.key < $1.key }
      .map { line, outcomes in "\(line) \(words(outcomes))\n" }.joined()
  }

  /// A row may hold several facts; each kind of outcome is written once.
  private static func words(_ outcomes: [LineOutcome]) -> String {
    let entry = outcomes.lazy.compactMap(\.entry).first.map { " \($0)" } ?? ""
    let words: [(Result, String)] = [
      (.recorded, "recorded" + entry), (.restated, "restated" + entry),
      (.alreadyRecorded, "already recorded"), (.rejected, "rejected"), (.skipped, "skipped"),
    ]
    return words.filter { word in outcomes.contains { $0.result == word.0 } }.map(\.1)
      .joined(separator: ", ")
  }
}
