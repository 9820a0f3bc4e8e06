/// Why the net of a report differs from what its shows' own net adds up to, in one currency.
public struct NetOfShows: Equatable, Sendable {
  /// What the net of the shows adds up to, each with all its sales, whatever their date.
  public let shows: Money
  /// The net of the report.
  public let report: Money
  /// What of the report's net is credited to no show.
  public let uncredited: Money

  /// The rest of the difference: what came of the shows outside the period, less, and of other
  /// shows inside it.
  public var datedOtherwise: Money {
    Money(micros: report.micros - shows.micros - uncredited.micros, currency: report.currency)
  }

  /// The differences by currency; none where all is known and the same.
  ///
  /// `isConverted`: whether each sum was rounded by itself, so that they may differ by a millionth
  /// for each show without a reason.
  static func differences(
    _ all: [EventTotals], _ sales: DatedSales, isConverted: Bool
  ) -> [NetOfShows] {
    let slack = isConverted ? UInt128(all.count) + 1 : 0
    let own = all.flatMap(\.sales).byCurrency()
    return sales.all.compactMap { sum in
      let currency = sum.currency
      func net(_ totals: [SaleTotals]) -> Money? {
        guard let totals = totals.first(where: { $0.currency == currency }) else {
          return Money(micros: 0, currency: currency)
        }
        return SalePart.net.wholeValue(totals).map { Money(micros: $0, currency: currency) }
      }
      guard let shows = net(own), let report = net([sum]), let open = net(sales.uncredited),
        shows != report
      else { return nil }
      let isRounding = (report.micros - shows.micros).magnitude <= slack
      if isRounding, open.micros == 0 { return nil }
      return NetOfShows(shows: shows, report: report, uncredited: open)
    }
  }
}
