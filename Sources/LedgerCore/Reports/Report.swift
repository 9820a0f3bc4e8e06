/// A report on one market or several: the value that every rendering shows.
public struct Report: Equatable, Sendable {
  /// The state of the book that it is drawn from.
  public struct Book: Equatable, Sendable {
    /// The last entry that counts; `nil` in an empty book.
    public let lastEntry: Entry?
    /// Whether later entries were left out.
    public let isPast: Bool

    /// Makes a state.
    public init(lastEntry: Entry?, isPast: Bool) {
      self.lastEntry = lastEntry
      self.isPast = isPast
    }
  }

  /// A market, and the same market in the period that it is compared with.
  public struct Section: Equatable, Sendable {
    /// What was asked.
    public let report: MarketReport
    /// The same of the other period; `nil` where none was asked.
    public let comparison: MarketReport?

    /// Makes a section.
    public init(report: MarketReport, comparison: MarketReport?) {
      self.report = report
      self.comparison = comparison
    }
  }

  /// The markets, in the order in which they were asked.
  public let sections: [Section]
  /// The state of the book.
  public let book: Book

  /// Makes a report.
  public init(sections: [Section], book: Book) {
    self.sections = sections
    self.book = book
  }
}
