package import LedgerCore
package import Tabular

/// The forms in which a report on creators is shown.
package enum CreatorFormat: String, CaseIterable {
  case table, json, csv

  package func render(
    _ report: CreatorReport, _ csv: CSVWriter, hints: Hints = .none
  ) -> String {
    switch self {
    case .table: TextCreators(report, hints).text
    case .json: JSONCreators(report).text
    case .csv: CSVCreators(report, csv).text
    }
  }
}

extension CreatorReport {
  /// How audience and sales of an event with several creators are told apart.
  static let attribution =
    "A show's views count in full for each of its creators; its sales are divided equally."
}

extension CreatorAppearances.Standing {
  /// One word, and the day that goes with it.
  var words: (name: String, day: CalendarDay?) {
    switch self {
    case .member(let day): ("member", day)
    case .left(let day): ("left", day)
    case .stranger: ("none", nil)
    }
  }
}

/// A ratio as a person reads it: `12.5 %`.
package func percent(_ ratio: Decimal?) -> String {
  guard let ratio else { return TextTable.missing }
  return Decimal(micros: ratio.micros * 100).grouped(decimals: 1) + " %"
}
