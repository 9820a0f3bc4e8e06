/// A reported total, next to the gross of the book's own order lines.
public struct ReportedFigure: Equatable, Sendable {
  /// The latest reported total.
  public let total: ReportedTotal
  /// The gross of the event's order lines in the currency of a reported merchandise value.
  ///
  /// `nil` for other measures, and if no order lines in that currency are recorded.
  public let gross: Money?

  /// Reported − gross: what the platform counts and the recorded order lines do not.
  public var difference: Money? {
    guard let gross, let reported = total.money else { return nil }
    return Money(micros: reported.micros - gross.micros, currency: gross.currency)
  }

  /// The latest reported totals of an event, each next to its sales.
  public static func figures(_ totals: EventTotals) -> [ReportedFigure] {
    totals.reported.map { total in
      let currency = total.measure.isMerchandiseValue ? total.money?.currency : nil
      let sales = currency.flatMap { currency in
        totals.sales.first { $0.currency == currency }
      }
      let gross = sales.flatMap(SalePart.gross.wholeValue)
      return ReportedFigure(
        total: total,
        gross: gross.flatMap { micros in
          currency.map { Money(micros: micros, currency: $0) }
        })
    }
  }
}
