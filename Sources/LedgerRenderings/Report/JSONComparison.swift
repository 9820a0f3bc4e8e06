import LedgerCore
import Tabular

/// What a report says of differences, as JSON.
extension JSON {
  /// The change of a figure: now ÷ then − 1.
  static func change(_ change: PeriodChange) -> JSON {
    .object([
      ("metric", .string(change.metric.rawValue)),
      ("currency", .optional(change.currency?.code)),
      ("change", number(change.change)),
      ("lower", number(change.interval?.lower)),
      ("upper", number(change.interval?.upper)),
    ])
  }

  static func netOfShows(_ difference: NetOfShows) -> JSON {
    .object([
      ("currency", .string(difference.report.currency.code)),
      ("shows", .string(difference.shows.exactText)),
      ("report", .string(difference.report.exactText)),
      ("uncredited", .string(difference.uncredited.exactText)),
      ("dated_otherwise", .string(difference.datedOtherwise.exactText)),
    ])
  }

  private static func number(_ number: Double?) -> JSON {
    number.map { .number(FigureText.plain($0)) } ?? .null
  }
}
