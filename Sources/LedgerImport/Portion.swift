/// Rows of a file that are recorded together: what they hold, and what is wrong with them.
struct Portion<F: ImportedFact> {
  /// What comes after it.
  enum End {
    /// More rows.
    case chunk
    /// The end of the file.
    case file
    /// What stops the import; the rows before it are as good as if the file ended there.
    case failure(ImportError.Reason)
  }

  /// How many rows there were.
  struct Tally {
    var rows: Int64 = 0
    var skipped: Int64 = 0
    /// By what they are, as far as the profile says.
    var skippedByName: [String: Int64] = [:]
    var noValue: Int64 = 0
  }

  /// The state after a row of which something was rejected: an import may stop there.
  struct Mark {
    let line: Int
    let tally: Tally
    let factCount: Int
    let rejectionCount: Int
  }

  var batch: Batch<F>
  var tally = Tally()
  var rejections: [Rejection] = []
  var marks: [Mark] = []
  /// Columns that rows have had so far and the header has not.
  var laterColumns: [String] = []
  /// Lines so far that began with a byte order mark, which was dropped.
  var strayMarks = 0
  /// Texts so far that had line breaks, or spaces at an end.
  var foldedTexts = 0
  /// Whether the rows so far are orders of more than one status.
  var isOfManyStatuses = false
  /// The order of the last row.
  var lastOrder: OpenOrder?
  /// Lines that hold nothing to record, or not all of it, where that was asked for.
  var skippedLines: [Int] = []
  /// How many bytes of the file had been read by its end.
  var bytesRead = 0
  var end = End.file
  /// Whether nobody knows when more rows come.
  var isPaused = false

  /// Whether more rows are there to be read now.
  var goesOn: Bool { if case .chunk = end { !isPaused } else { false } }

  /// Whether it has no row.
  var isEmpty: Bool { tally.rows == 0 }

  init(_ batch: Batch<F>) { self.batch = batch }

  /// Leaves out what comes after a row of which something was rejected, and ends the import there.
  mutating func end(at mark: Mark) {
    batch.keep(mark.factCount)
    tally = mark.tally
    rejections.removeSubrange(mark.rejectionCount...)
    skippedLines.removeAll { $0 > mark.line }
    end = .failure(.tooManyRejections(line: mark.line))
  }
}
