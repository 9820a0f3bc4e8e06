/// Why the net of a report differs from what its shows' own net adds up to, in one currency.
public struct NetOfShows: Equatable, Sendable {
  /// What the net of the shows adds up to, each with all its sales, whatever their date.
  public let shows: Money
  /// The net of the report.
  public let report: Money
  /// What of the report's net is credited to no show.
  public let uncredited: Money

  /// The rest of the difference: what came of the shows outside the period, less, and of other shows
  /// inside it.
  public var datedOtherwise: Money {
    Money(micros: report.micros - shows.micros - uncredited.micros, currency: report.currency)
  }

  /// The differences by currency; none where all is known and the same.
  static func differences(
    _ shows: [EventTotals], _ sales: DatedSales
  ) -> [NetOfShows] {
    let own = shows.flatMap(\.sales).byCurrency()
    return sales.all.compactMap { all in
      let currency = all.currency
      func net(_ totals: [SaleTotals]) -> Money? {
        guard let totals = totals.first(where: { $0.currency == currency }) else {
          return Money(micros: 0, currency: currency)
        }
        return SalePart.net.wholeValue(totals).map { Money(micros: $0, currency: currency) }
      }
      guard let shows = net(own), let report = net([all]), let open = net(sales.uncredited),
        shows != report
      else { return nil }
      return NetOfShows(shows: shows, report: report, uncredited: open)
    }
  }
}
