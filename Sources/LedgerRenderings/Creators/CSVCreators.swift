import LedgerCore
import Tabular

/// A report on creators as CSV: one figure per row, so that a spreadsheet can filter and pivot it.
struct CSVCreators {
  private let report: CreatorReport
  private let writer: CSVWriter

  init(_ report: CreatorReport, _ writer: CSVWriter) {
    self.report = report
    self.writer = writer
  }

  private var market: [(String, String?)] {
    [
      ("from", report.period.from?.description), ("to", report.period.to?.description),
      ("through", report.through.description),
    ] + zoneFigures(report.period) + [
      ("active", "\(report.active)"), ("joined", "\(report.joined)"),
      ("left", "\(report.left)"),
      ("events", "\(report.eventCount)"),
      ("events_without_creator", "\(report.eventsWithoutCreator)"),
      ("creators", "\(report.creatorCount)"), ("attribution", CreatorReport.attribution),
      ("credit", report.credit?.description),
    ]
  }

  var text: String {
    var csv = writer
    csv.append(["market", "about", "name", "currency", "figure", "value"])
    func add(
      _ about: String, _ name: String?, in currency: String? = nil,
      _ figures: [(String, String?)]
    ) {
      let market = report.market.code.description
      for (figure, value) in figures { csv.append([market, about, name, currency, figure, value]) }
    }
    add("market", nil, market)
    for cohort in report.cohorts {
      add("cohort", "\(cohort.month)", [("creators", "\(cohort.size)")])
      for retention in cohort.retention {
        add(
          "cohort", "\(cohort.month)",
          [
            ("active_after_\(retention.months)_months", retention.active.map { "\($0)" }),
            ("share_after_\(retention.months)_months", cohort.share(retention)?.text()),
          ])
      }
    }
    for reason in report.reasons { add("reason", reason.text, [("left", "\(reason.count)")]) }
    for line in report.lines {
      let standing = line.standing.words
      add(
        "creator", line.creator,
        [
          ("membership", standing.name), ("since", standing.day?.description),
          ("events", "\(line.events.count)"), ("views", line.views.map { "\($0)" }),
          ("view_share", line.viewShare?.text()),
          ("peak_concurrent", line.peakConcurrent.map { "\($0)" }),
        ])
      for sales in line.sales {
        add(
          "creator", line.creator, in: sales.gross.currency.code,
          [
            ("gross", sales.gross.exactText), ("gross_share", sales.share?.text()),
            ("net", sales.net.exactText),
          ])
      }
    }
    for top in report.top {
      add("top", "\(top.count)", [("view_share", top.viewShare?.text())])
      for sales in top.sales {
        add("top", "\(top.count)", in: sales.currency.code, [("gross_share", sales.share.text())])
      }
    }
    return String(decoding: csv.take(), as: UTF8.self)
  }
}
