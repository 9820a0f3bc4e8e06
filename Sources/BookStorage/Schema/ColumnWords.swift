import LedgerCore

/// The program's descriptions of columns.
///
/// A comment of a migration must not change once it is released. So a description of exactly one
/// `relation.column` takes precedence over the comment; a description of a column name is used only
/// if there is neither.
enum ColumnWords {
  /// The meanings of columns, by column name or by `relation.column`.
  static let columns = [views, histories, tables].reduce(into: counts.merging(names) { $1 }) {
    all, words in
    all.merge(words) { first, _ in first }
  }

  /// How many facts of each type an entry has.
  private static var counts: [String: String] {
    Dictionary(
      FactType.allCases.map { ($0.rawValue, "number of \($0.counted) recorded") },
      uniquingKeysWith: { first, _ in first })
  }

  /// What tables say of their own columns.
  private static var tables: [String: String] {
    var words: [String: String] = [:]
    for table in Schema.tables {
      for column in table.columns { words["\(table.name).\(column.name)"] = column.meaning }
    }
    return words
  }

  /// By column name; a column means the same wherever it has no other description.
  private static let names: [String: String] = [
    "adjusted_micros": "sum of the amounts of kind adjustment; of either sign",
    "amended_by": "the last entry that amended it; null if none did",
    "answers": "answers with their counts or shares: yes=120; no=380, or yes=24.5%",
    "at": "time of the count",
    "at_local": "time of the count, in the market's local time",
    "base": "the base currency, of which one unit is valued",
    "brand": "name of the brand",
    "brands": "brands whose products are shown, with '; ' between them",
    "cancellations_without_units": "lines of kind cancellation whose units are not known",
    "cancelled_micros": "sum of the amounts of kind cancellation; 0 or below",
    "claim": "key of the claim",
    "code": "its ISO 4217 code",
    "command": "the command that recorded it",
    "count": "the number counted",
    "creator": "name of the creator, as shows credit it",
    "creators": "people who appear in it, with their roles, and '; ' between them",
    "currency": "currency of the amounts",
    "date": "date or period of the survey: 2022-07-05, 2022-07, 2022-Q3, 2022-H1 or 2022",
    "decimals": "number of digits of units that are behind the decimal point",
    "digest": "SHA-256 of the previous entry's digest and of everything that the entry recorded",
    "disputes": "key of the claim that it disputes; null if it disputes none",
    "effective":
      "start of the stage: 2022-07-05, 2022-07, 2022-Q3, 2022-H1 or 2022; null if not stated",
    "effective_first": "first day of that date or period",
    "effective_last": "last day of that date or period",
    "ends_at": "end of the show; null while not known",
    "ends_at_local": "end of the show, in the market's local time",
    "entry": "the entry that recorded it",
    "event": "key of the show",
    "first_day": "first day on which anyone may have been asked",
    "gross_micros": "sum of the amounts of kind sale",
    "id": "number for joins within this file",
    "import": "first entry of the same imported file; null for that entry, and without an import",
    "is_credited": "1 for sales that are credited to a show, 0 for all others",
    "joined_on": "first day of the membership",
    "last_day": "last day on which anyone may have been asked",
    "left_on": "first day after the membership; null while it lasts, or if its end is not known",
    "line": "number of the line in the order",
    "lines": "number of movements of any kind",
    "market": "the country",
    "meaning": "what it counts",
    "measure": "the measure: gmv_gross, orders, watch_seconds, …",
    "metric": "the metric: concurrent, views, likes, …",
    "name": "its name",
    "note": "a remark on the entry; null if there is none",
    "number": "number of the entry, from 1",
    "observed_at": "time of the observation",
    "observed_at_local": "time of the observation, in the market's local time",
    "option": "the answer",
    "order_number": "number of the order",
    "orders": "orders whose earliest line of kind sale counts in this row",
    "paid_orders": "those of these orders whose lines of kind sale add up to more than 0",
    "parts": "each table with rows of the entry: their number, and the start of their digest",
    "platform": "the platform, in lower case",
    "position": "position in the list, from 1",
    "product": "the product, as the source names it; null if not known",
    "question": "wording of the question; null if not known",
    "quote": "wording of the claim, quoted; null if not recorded",
    "recorded_at": "time of recording",
    "refunded_micros": "sum of the amounts of kind refund; 0 or below",
    "refunds_without_units": "lines of kind refund whose units are not known",
    "reported": "date of the report, in the same formats",
    "reported_first": "first day of the date or period of the report",
    "reported_last": "last day of the date or period of the report",
    "role": "host, guest or creator",
    "sales_without_units": "lines of kind sale whose units are not known",
    "sample_size": "number of people who answered; null if not known",
    "share_percent": "stated share of people who gave it, exact; null if a count is stated",
    "source_digest": "SHA-256 of the file that the facts come from; null if not known",
    "stage": "stage of the rollout: planned, live, …; null if the claim only disputes another",
    "starts_at": "start of the show",
    "starts_at_local": "start of the show, in the market's local time",
    "survey": "key of the survey",
    "title": "title of the show",
    "units": "units of kind sale",
    "units_cancelled": "units of kind cancellation; 0 or below",
    "units_refunded": "units of kind refund; 0 or below",
    "until": "last date or period of the survey, if it took longer than date; else null",
    "url": "link to the publication; null if not known",
    "voided": "the entry that is voided",
    "voided_by": "the entry that voided it; null if none did",
  ]
}
