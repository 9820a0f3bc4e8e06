/// A report on one or more markets, as the value that every rendering shows.
public struct Report: Equatable, Sendable {
  /// The state of the book that a report is computed from.
  public struct Book: Equatable, Sendable {
    /// The last entry that counts; `nil` in an empty book.
    public let lastEntry: Entry?
    /// Whether later entries were left out.
    public let isPast: Bool

    /// Creates a state of the book.
    public init(lastEntry: Entry?, isPast: Bool) {
      self.lastEntry = lastEntry
      self.isPast = isPast
    }
  }

  /// The report on a market, and on the same market in the period that it is compared with.
  public struct Section: Equatable, Sendable {
    /// The report on the market.
    public let report: MarketReport
    /// The report on the other period; `nil` if no comparison was requested.
    public let comparison: MarketReport?

    /// What a page shows in addition; `nil` if that was not requested.
    public let illustration: ReportIllustration?

    /// Creates the section of a market.
    public init(
      report: MarketReport, comparison: MarketReport?, illustration: ReportIllustration? = nil
    ) {
      self.report = report
      self.comparison = comparison
      self.illustration = illustration
    }
  }

  /// The markets, in the order in which they were requested.
  public let sections: [Section]
  /// The state of the book.
  public let book: Book

  /// Creates a report from its sections.
  public init(sections: [Section], book: Book) {
    self.sections = sections
    self.book = book
  }
}
