import LedgerCore

/// What became of all rows of an import, in one line.
package struct ImportTally {
  /// `recorded 3, already recorded 0, rejected 1 (entries 5–6)`.
  package let text: String

  /// `isTrial`: whether nothing is recorded in the end.
  package init(_ summary: ImportSummary, isTrial: Bool = false) {
    var parts = [
      "\(isTrial ? "would record" : "recorded") \(grouped(summary.recorded))",
      "already recorded \(grouped(summary.alreadyRecorded))",
      "rejected \(grouped(summary.rejected))",
    ]
    if summary.restated > 0 { parts.insert("restated \(grouped(summary.restated))", at: 1) }
    if summary.skipped > 0 {
      parts.append("skipped \(grouped(summary.skipped))" + Self.names(of: summary))
    }
    if summary.noValue > 0 { parts.append("no value \(grouped(summary.noValue))") }
    var text = parts.joined(separator: ", ")
    if isTrial {
      text += "; nothing was recorded"
    } else if let entries = summary.entries {
      text +=
        entries.count == 1
        ? " (entry \(entries.lowerBound))"
        : " (entries \(entries.lowerBound)–\(entries.upperBound))"
    }
    self.text = text
  }

  /// What the skipped rows are, the most frequent first.
  private static func names(of summary: ImportSummary) -> String {
    let names = summary.skippedByName.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) \(grouped($0.value))" }
    return names.isEmpty ? "" : " (\(names.joined(separator: ", ")))"
  }
}
