public import LedgerCore

/// What became of a file's rows.
///
/// `rows` counts the rows after the header, malformed ones too, and `skipped` counts rows as well.
/// `recorded`, `restated` and `alreadyRecorded` count facts, `noValue` values that mean an unknown
/// number, and `rejected` calls of the rejection handler. Where a row holds one fact, `rows` is the
/// sum of these six; where it holds one for each of several metrics' columns, it is less.
public struct ImportSummary: Equatable, Sendable {
  /// Rows read.
  public var rows: Int64 = 0
  /// Facts that are in the book now and were not before.
  public var recorded: Int64 = 0
  /// Facts that are in the book now in place of another value.
  public var restated: Int64 = 0
  /// Facts that the book had already, just so.
  public var alreadyRecorded: Int64 = 0
  /// Rows, or values of a row, that could not be recorded.
  public var rejected: Int64 = 0
  /// Rows that are no facts, as the profile says, or hold nothing at all.
  public var skipped: Int64 = 0
  /// How many of them there are by what they are, as far as the profile says it.
  public var skippedByName: [String: Int64] = [:]
  /// What of the file was left out and might be a fact, besides rejected rows.
  public var omissions: [ImportRemark] = []
  /// Whether all of the file was taken, but for rows that are no facts.
  public var isWhole: Bool { rejected == 0 && omissions.isEmpty }
  /// Numbers that the file states to be unknown.
  public var noValue: Int64 = 0
  /// The first and the last entry that hold what was recorded; `nil` where nothing was.
  public var entries: ClosedRange<Int64>?
  /// The receipt of the last of these entries.
  public var receipt: Receipt?
  /// Whether the import was stopped before the end of the file.
  public var isStopped = false
  /// The columns that nothing was read from, as the file names them.
  public var unusedColumns: [String] = []
  /// How many lines after the first began with a byte order mark, which was dropped.
  public var strayMarks = 0
  /// How many titles and products had line breaks, or spaces at an end: these became one space, or
  /// were dropped.
  public var foldedTexts = 0
  /// The time of the sales, by source and market.
  public var saleSpans: [SaleSpan] { spans.all }
  var spans = SaleSpans()
  /// The last order of the file, for the next file, which may continue it.
  public internal(set) var lastOrder: OpenOrder?
  /// Whether it may be an export of all orders of its time: one that is known, and not filtered.
  public var mayBeComplete = false

  /// What the files say in sum, where that was asked for.
  public internal(set) var sums: ImportSums?

  /// The summary of a file of which nothing has been read.
  public init() {}

  /// The summary of both files together.
  public static func + (left: ImportSummary, right: ImportSummary) -> ImportSummary {
    var sum = left
    sum.rows += right.rows
    sum.recorded += right.recorded
    sum.restated += right.restated
    sum.alreadyRecorded += right.alreadyRecorded
    sum.rejected += right.rejected
    sum.skipped += right.skipped
    sum.skippedByName.merge(right.skippedByName, uniquingKeysWith: +)
    sum.omissions += right.omissions
    sum.noValue += right.noValue
    if let entries = right.entries { sum.include(entries, receipt: right.receipt) }
    sum.sums = left.sums.map { left in right.sums.map { left + $0 } ?? left } ?? right.sums
    sum.isStopped = left.isStopped || right.isStopped
    sum.strayMarks += right.strayMarks
    sum.foldedTexts += right.foldedTexts
    sum.spans.add(right.spans)
    sum.lastOrder = right.lastOrder
    sum.mayBeComplete = left.mayBeComplete || right.mayBeComplete
    sum.unusedColumns += right.unusedColumns.filter { !left.unusedColumns.contains($0) }
    return sum
  }

  /// Takes in an entry that was recorded in addition.
  package mutating func include(_ receipt: Receipt) {
    include(receipt.entry...receipt.entry, receipt: receipt)
  }

  /// Takes back what was counted as recorded since an earlier summary, and is not in the book.
  mutating func forgetRecorded(since earlier: ImportSummary) {
    recorded = earlier.recorded
    restated = earlier.restated
    alreadyRecorded = earlier.alreadyRecorded
    entries = earlier.entries
    receipt = earlier.receipt
    spans = earlier.spans
    sums = earlier.sums
  }

  mutating func include(_ new: ClosedRange<Int64>, receipt: Receipt?) {
    let known = entries ?? new
    entries = min(known.lowerBound, new.lowerBound)...max(known.upperBound, new.upperBound)
    self.receipt = receipt ?? self.receipt
  }
}
