import LedgerCore

/// A table of what platforms report of shows, added up.
enum ReportedSums {
  static let heading = ["Measure", "Reported", "Source", "Shows"]

  /// A row for each sum; `shows`: how many there are.
  static func rows(_ sums: [ReportedSum], of shows: Int) -> [[String]] {
    sums.map { sum in
      [
        sum.measure.title, sum.amount.shownText, printable(sum.source),
        "\(grouped(Int64(sum.shows))) of \(grouped(Int64(shows)))",
      ]
    }
  }

  /// The table under its heading; empty if nothing was reported.
  static func text(_ sums: [ReportedSum], of shows: Int, _ width: Int?) -> String {
    guard !sums.isEmpty else { return "" }
    let rows = rows(sums, of: shows).map { ["  \($0[0])"] + $0.dropFirst() }
    return "Reported by platforms, never added to the sales\n"
      + TextTable.aligned(
        [["", "reported", "source", "shows"]] + rows, right: [false, true, false, true],
        width: width)
  }
}

extension Measure {
  /// The name in tables.
  var title: String { rawValue.map { $0 == "_" ? " " : String($0) }.joined() }
}

extension ReportedTotal.Amount {
  /// The amount with its currency, or the number, with at most one decimal.
  var shownText: String {
    switch self {
    case .money(let money): "\(money.shownText) \(money.currency.code)"
    case .number(let number):
      number.rounded(decimals: 0) == number
        ? number.grouped(decimals: 0) : number.grouped(decimals: 1)
    }
  }
}

extension MarketReport.Line {
  /// What platforms report of the show that its order lines can be compared with.
  var reportedMerchandise: [ReportedFigure] {
    reported.filter { $0.total.measure.isMerchandiseValue }
  }
}
