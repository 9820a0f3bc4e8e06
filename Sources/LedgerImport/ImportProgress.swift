/// How far the import of a file has come.
public struct ImportProgress: Sendable {
  /// What became of its rows so far.
  public let summary: ImportSummary
  /// How many of its bytes have been read, compressed if they are.
  public let bytesRead: Int
  /// What became of each line since the last time, where that was asked for.
  ///
  /// A line of several facts is there several times; those that were rejected may come before
  /// others that precede them in the file.
  public let lines: [LineOutcome]

  /// Makes a state of an import, as a test of an observer needs one.
  public init(summary: ImportSummary, bytesRead: Int, lines: [LineOutcome] = []) {
    self.summary = summary
    self.bytesRead = bytesRead
    self.lines = lines
  }
}

/// Whether an import goes on.
public enum ImportStep: Sendable {
  /// It does.
  case goOn
  /// It does not: what is recorded stays, and the rest of the file is not read.
  case stop
}

/// What became of a line of a file.
public struct LineOutcome: Equatable, Sendable {
  /// What may become of one.
  public enum Result: Sendable {
    /// It is in the book now.
    case recorded
    /// It is in the book now, in place of another value.
    case restated
    /// The book had it already, just so.
    case alreadyRecorded
    /// It cannot be recorded.
    case rejected
    /// There was nothing to record.
    case skipped
  }

  /// The physical line on which the row begins, from 1 on.
  public let line: Int
  /// What became of it.
  public let result: Result
  /// The entry that holds it now, if one does.
  public let entry: Int64?

  package init(line: Int, result: Result, entry: Int64?) {
    self.line = line
    self.result = result
    self.entry = entry
  }
}
