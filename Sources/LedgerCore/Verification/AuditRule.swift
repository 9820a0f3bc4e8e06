/// A rule that finds likely mistakes among facts that can be recorded.
public enum AuditRule: String, CaseIterable, Sendable {
  /// Units credited to an event were sold more than a day before its start, or more than 7 days
  /// after its end.
  case salesFarFromEvent = "sales-far-from-event"
  /// More of an order was cancelled or refunded than was sold.
  case refundAboveSale = "refund-above-sale"
  /// A cancellation or refund names no event, and the sales of its order do not say which.
  case refundWithoutShow = "refund-without-show"
  /// A reported average of concurrent viewers is above the peak of the same report.
  case averageAbovePeak = "average-above-peak"
  /// There are more unique viewers than views, by the last counts.
  case uniqueAboveViews = "unique-above-views"
  /// There are more product clicks than product impressions, by the last counts.
  case clicksAboveImpressions = "clicks-above-impressions"
  /// A count since the start of a show is below an earlier one.
  case fallingTotal = "falling-total"
  /// An event ends before it starts.
  case endsBeforeStart = "ends-before-start"
  /// An event that began more than a day before the last entry has no end.
  case noEnd = "no-end"
  /// Movements are in a currency other than their market's.
  case foreignCurrency = "foreign-currency"
  /// A creator appears in two shows at the same time.
  case overlappingShows = "overlapping-shows"
  /// A line of an order is recorded under two sources, or two spellings of the order's number.
  case saleRecordedTwice = "sale-recorded-twice"
  /// Two shows of a market begin on one platform at about the same time.
  case showRecordedTwice = "show-recorded-twice"
  /// A line of an order, or all of them, is credited to several shows.
  case creditedTwice = "credited-twice"
  /// The number of an order, or its source, has a character that nobody sees.
  case invisibleCharacter = "invisible-character"
  /// A kept query reads a column that was decimal text when it was kept, and is a number.
  case queryReadsText = "query-reads-text"
  /// A platform reports a merchandise value that differs from the order lines by more than 1 %.
  case reportedDiffers = "reported-differs"
}
