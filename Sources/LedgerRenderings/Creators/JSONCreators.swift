import LedgerCore
import Tabular

/// A report on creators as JSON.
struct JSONCreators {
  private let report: CreatorReport

  init(_ report: CreatorReport) { self.report = report }

  var text: String { json.text(pretty: true) + "\n" }

  private var json: JSON {
    .object([
      ("market", .string(report.market.code.description)),
      (
        "period",
        .object([
          ("from", .optional(report.period.from?.description)),
          ("to", .optional(report.period.to?.description)),
          ("through", .string(report.through.description)),
          ("time_zone", .string(report.period.zone.name)),
          ("time_zone_basis", .string(report.period.basis.rawValue)),
          ("tz_release", .optional(report.period.zoneRelease)),
        ])
      ),
      (
        "members",
        .object([
          ("active", integer(report.active)), ("joined", integer(report.joined)),
          ("left", integer(report.left)),
        ])
      ),
      ("cohorts", .array(report.cohorts.map(cohort))),
      (
        "reasons",
        .array(
          report.reasons.map { reason in
            .object([("reason", .optional(reason.text)), ("count", integer(reason.count))])
          })
      ),
      ("attribution", .string(CreatorReport.attribution)),
      (
        "events",
        .object([
          ("count", integer(report.eventCount)),
          ("without_creator", integer(report.eventsWithoutCreator)),
        ])
      ),
      (
        "creators",
        .object([
          ("count", integer(report.creatorCount)), ("list", .array(report.lines.map(line))),
        ])
      ),
      ("top", .array(report.top.map(top))),
      ("without_membership", .array(report.strangers.map(JSON.string))),
    ])
  }

  private func cohort(_ cohort: CreatorCohort) -> JSON {
    .object([
      ("month", .string(cohort.month.description)), ("creators", integer(cohort.size)),
      (
        "retention",
        .array(
          cohort.retention.map { retention in
            .object([
              ("months", integer(retention.months)),
              ("active", retention.active.map(integer) ?? .null),
              ("share", ratio(cohort.share(retention))),
            ])
          })
      ),
    ])
  }

  private func line(_ line: CreatorAppearances) -> JSON {
    let standing = line.standing.words
    return .object([
      ("creator", .string(line.creator)), ("membership", .string(standing.name)),
      ("since", .optional(standing.day?.description)), ("events", integer(line.events.count)),
      ("views", .optional(line.views)), ("view_share", ratio(line.viewShare)),
      ("peak_concurrent", .optional(line.peakConcurrent)),
      (
        "sales",
        .array(
          line.sales.map { sales in
            .object([
              ("currency", .string(sales.gross.currency.code)),
              ("gross", .string(sales.gross.exactText)), ("gross_share", ratio(sales.share)),
              ("net", .string(sales.net.exactText)),
            ])
          })
      ),
    ])
  }

  private func top(_ top: CreatorConcentration) -> JSON {
    .object([
      ("creators", integer(top.count)), ("view_share", ratio(top.viewShare)),
      (
        "sales",
        .array(
          top.sales.map { sales in
            .object([
              ("currency", .string(sales.currency.code)), ("gross_share", ratio(sales.share)),
            ])
          })
      ),
    ])
  }

  private func integer(_ number: Int) -> JSON { .integer(Int64(number)) }

  private func ratio(_ ratio: Decimal?) -> JSON { ratio.map { .number($0.text()) } ?? .null }
}
