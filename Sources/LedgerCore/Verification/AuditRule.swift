/// Something that can be recorded and is hardly ever meant.
public enum AuditRule: String, CaseIterable, Sendable {
  /// Units that are credited to an event and were sold more than a day before its start, or more
  /// than 7 days after its end.
  case salesFarFromEvent = "sales-far-from-event"
  /// More of an order was cancelled or paid back than it came to.
  case refundAboveSale = "refund-above-sale"
  /// A reported average of people who watch at once is above the peak of the same report.
  case averageAbovePeak = "average-above-peak"
  /// More different people watched than entered, by the last counts.
  case uniqueAboveViews = "unique-above-views"
  /// More clicks on products than times that one was shown, by the last counts.
  case clicksAboveImpressions = "clicks-above-impressions"
  /// A count since the start of a show is below an earlier one.
  case fallingTotal = "falling-total"
  /// An event ends before it starts.
  case endsBeforeStart = "ends-before-start"
  /// An event that began more than a day before the last entry has no end.
  case noEnd = "no-end"
  /// Movements in another currency than that of their market.
  case foreignCurrency = "foreign-currency"
  /// A creator appears in two shows at one time.
  case overlappingShows = "overlapping-shows"
  /// The merchandise value that a platform reports is more than a hundredth off the order lines.
  case reportedDiffers = "reported-differs"
}
