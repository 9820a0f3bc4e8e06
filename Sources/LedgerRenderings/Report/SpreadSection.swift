import LedgerCore

/// A table of how skewed figures differ from show to show.
struct SpreadSection {
  let text: String

  init(_ spreads: [ShowSpread], _ width: Int?) {
    let several = spreads.filter { $0.spread.shows > 1 }
    guard !several.isEmpty else {
      text = ""
      return
    }
    let heading = ["", "shows", "mean", "median", "middle half", "max"]
    let rows = several.map { spread -> [String] in
      func shown(_ number: Double) -> String {
        FigureText.number(number, spread.metric, spread.currency)
      }
      let numbers = spread.spread
      return [
        "  \(spread.metric.title)" + (spread.currency.map { " (\($0.code))" } ?? ""),
        "\(numbers.shows)", shown(numbers.mean), shown(numbers.median),
        "\(shown(numbers.lowerQuartile)) to \(shown(numbers.upperQuartile))", shown(numbers.most),
      ]
    }
    text =
      "Per show\n"
      + TextTable.aligned(
        [heading] + rows, right: heading.indices.map { $0 > 0 }, width: width)
  }
}
