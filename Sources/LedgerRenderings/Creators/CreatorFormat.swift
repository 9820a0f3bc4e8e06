package import LedgerCore

/// The output formats of a report on creators.
public enum CreatorFormat: String, CaseIterable, Sendable {
  case table, json, csv

  package func render(
    _ report: CreatorReport, _ csv: CSVStyle, hints: Hints = .none
  ) -> String {
    switch self {
    case .table: TextCreators(report, hints).text
    case .json: JSONCreators(report).text
    case .csv: CSVCreators(report, csv.writer).text
    }
  }
}

extension CreatorReport {
  /// How the audience and sales of a show with several creators are attributed.
  static let attribution =
    "A show's views count in full for each of its creators; its sales are divided equally."
}

extension CreatorAppearances.Standing {
  /// The standing in one word, with its day.
  var words: (name: String, day: CalendarDay?) {
    switch self {
    case .member(let day): ("member", day)
    case .left(let day): ("left", day)
    case .stranger: ("none", nil)
    }
  }
}

/// A ratio as a percentage: `12.5 %`; `–` if it is unknown.
package func percent(_ ratio: Decimal?) -> String {
  guard let ratio else { return TextTable.missing }
  return Decimal(micros: ratio.micros * 100).grouped(decimals: 1) + " %"
}
