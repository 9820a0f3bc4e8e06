public import LedgerCore

extension Report {
  /// The report in a format.
  ///
  /// A page (`html`) shows charts and the verdict on each market if the report was asked for as an
  /// illustrated one. `width`: the columns that text is fitted to; `nil` for no limit.
  public func rendered(as format: ReportFormat, width: Int? = nil) -> String {
    format.render(self, CSVStyle(), width: width.map { max($0, 1) })
  }
}

extension Readiness {
  /// The verdict on a market, with its reasons, in a format.
  public func rendered(as format: ReadinessFormat) -> String {
    format.render(self, CSVStyle())
  }
}

extension CreatorReport {
  /// The report on creators in a format.
  public func rendered(as format: CreatorFormat) -> String {
    format.render(self, CSVStyle())
  }
}

extension Verification {
  /// The result of a verification in a format.
  public func rendered(as format: VerificationFormat) -> String { format.render(self) }
}

extension Answer {
  /// The rows in a format.
  public func rendered(as format: ListingFormat) -> String {
    var writer = AnswerStyle(format: format).writer
    writer.begin(columns)
    for row in rows { writer.add(ListedRow(row)) }
    writer.end()
    return String(decoding: writer.take(), as: UTF8.self)
  }
}
