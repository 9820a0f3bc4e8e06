import LedgerCore
import Tabular

/// A report as JSON; the README documents it, and it stays as it is.
struct JSONReport {
  private let report: MarketReport

  init(_ report: MarketReport) { self.report = report }

  var text: String { json.text(pretty: true) + "\n" }

  private var json: JSON {
    .object([
      (
        "market",
        .object([
          ("code", .string(report.market.code.description)),
          ("iso_code", .string(report.market.isoCode)),
          ("name", .string(report.market.name)),
          ("currency", .string(report.market.currency.code)),
          ("time_zone", .optional(report.market.timeZone)),
        ])
      ),
      (
        "period",
        .object([
          ("from", .optional(report.period.from?.description)),
          ("to", .optional(report.period.to?.description)),
          ("time_zone", .string(report.period.zone.name)),
        ])
      ),
      (
        "events",
        .object([
          ("count", .integer(Int64(report.eventCount))),
          ("list", .array(report.lines.map(JSON.line))),
        ])
      ),
      ("audience", .audience(report.audience)),
      ("sales", .array(report.sales.map(JSON.sales))),
      ("missing", .array(report.missing.map(JSON.string))),
    ])
  }
}
