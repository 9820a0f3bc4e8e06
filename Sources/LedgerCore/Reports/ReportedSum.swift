/// What platforms report of several shows, added up: by measure, source and currency.
///
/// Measures, and the measures of two sources, are never added to each other, nor to the sales.
public struct ReportedSum: Equatable, Sendable {
  /// What it is a total of.
  public let measure: Measure
  /// The export or page that reports it.
  public let source: String
  /// The sum of the latest values.
  public let amount: ReportedTotal.Amount
  /// How many shows have one.
  public let shows: Int

  /// The sums over shows: by measure, then by currency, then by source.
  ///
  /// Averages are not added up, nor are numbers of different people.
  static func sums(_ shows: [EventTotals]) -> [ReportedSum] {
    struct Key: Hashable {
      let measure: Measure
      let currency: Currency?
      let source: String
    }
    var sums: [Key: (micros: Int128, shows: Int)] = [:]
    for show in shows {
      for total in show.reported where total.measure.isAdditive {
        let key = Key(
          measure: total.measure, currency: total.money?.currency, source: total.key.source)
        let sum = sums[key] ?? (0, 0)
        sums[key] = (sum.micros + total.amount.micros, sum.shows + 1)
      }
    }
    let all = Measure.allCases
    func place(_ key: Key) -> (Int, String) {
      (all.firstIndex(of: key.measure) ?? all.endIndex, key.currency?.code ?? "")
    }
    return sums.sorted { left, right in
      let (first, second) = (place(left.key), place(right.key))
      return first == second
        ? ByteText(left.key.source).isBefore(ByteText(right.key.source)) : first < second
    }.map { key, sum in
      ReportedSum(
        measure: key.measure, source: key.source,
        amount: key.currency.map { .money(Money(micros: sum.micros, currency: $0)) }
          ?? .number(Decimal(micros: sum.micros)),
        shows: sum.shows)
    }
  }

  /// The amount; `nil` if it is a number.
  public var money: Money? { if case .money(let money) = amount { money } else { nil } }
}
