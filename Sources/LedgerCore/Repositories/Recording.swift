/// What became of one fact that was to be recorded.
public enum Outcome<F: Fact>: Equatable, Sendable {
  /// It is in the book now.
  case recorded
  /// The book had it already, just so.
  case alreadyRecorded
  /// The book has another value under its key; that one stays.
  case conflicting(recorded: F)
  /// It is in the book now, in place of another value, which both stay readable.
  case restated(from: F)
  /// The book cannot take it.
  case refused(LedgerError)
}

/// What became of a batch.
public struct Recording<F: Fact>: Equatable, Sendable {
  /// The entry that holds what was recorded; `nil` where nothing was.
  public let entry: Int64?
  /// What became of each fact of the batch.
  public let results: Outcomes<F>

  /// One outcome for each fact of the batch, in its order.
  public var outcomes: [Outcome<F>] { (0..<results.count).map { results[$0] } }

  /// Makes a recording.
  public init(entry: Int64?, outcomes: [Outcome<F>]) {
    self.init(entry: entry, results: Outcomes(outcomes))
  }

  /// Makes a recording.
  public init(entry: Int64?, results: Outcomes<F>) {
    self.entry = entry
    self.results = results
  }
}
