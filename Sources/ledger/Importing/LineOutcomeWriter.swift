import LedgerImport

/// Writes the outcome of each line to standard output, in a line of its own: `12 recorded 57`.
final class LineOutcomeWriter {
  private let output = Output()

  /// Writes the outcomes of the lines of a chunk, which is durable.
  func write(_ outcomes: [LineOutcome]) throws {
    var lines: [Int: [LineOutcome]] = [:]
    for outcome in outcomes { lines[outcome.line, default: []].append(outcome) }
    guard !lines.isEmpty else { return }
    Messages.clearBar()
    for (line, outcomes) in lines.sorted(by: { $0.key < $1.key }) {
      try output.write("\(line) \(text(outcomes))\n")
    }
    try output.flush()
  }

  /// A row may hold several facts; each kind of outcome is written once.
  private func text(_ outcomes: [LineOutcome]) -> String {
    let entry = outcomes.lazy.compactMap(\.entry).first.map { " \($0)" } ?? ""
    let words: [(LineOutcome.Result, String)] = [
      (.recorded, "recorded" + entry), (.restated, "restated" + entry),
      (.alreadyRecorded, "already recorded"), (.rejected, "rejected"), (.skipped, "skipped"),
    ]
    return words.filter { word in outcomes.contains { $0.result == word.0 } }.map(\.1)
      .joined(separator: ", ")
  }
}
