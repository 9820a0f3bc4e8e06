import LedgerImport

/// Writes the outcome of each line to standard output, in a line of its own: `12 recorded 57`.
final class LineOutcomeWriter {
  private let output = Output()

  /// Writes the outcomes of the lines of a chunk, which is durable.
  func write(_ outcomes: [LineOutcome]) throws {
    guard !outcomes.isEmpty else { return }
    Messages.clearBar()
    try output.write(LineOutcome.text(of: outcomes))
    try output.flush()
  }
}
