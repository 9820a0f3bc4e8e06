import LedgerCore
import Tabular

/// A report as JSON, as docs/report-schema.md describes it.
struct JSONReport {
  /// The version of the shape; a change that breaks a reader makes a new one.
  static let schema = "ledger.report/2"

  private let report: Report

  init(_ report: Report) { self.report = report }

  var text: String { json.text(pretty: true) + "\n" }

  private var json: JSON {
    .object([
      ("schema", .string(Self.schema)),
      (
        "book",
        .object([
          ("last_entry", .optional(report.book.lastEntry?.number)),
          ("recorded_at", .optional(report.book.lastEntry?.draft.recordedAt.description)),
          ("receipt", .optional(report.book.lastEntry?.receipt?.description)),
          ("is_past", .bool(report.book.isPast)),
        ])
      ),
      ("markets", .array(report.sections.map(section))),
    ])
  }

  private func section(_ section: Report.Section) -> JSON {
    let report = section.report
    return .object([
      ("market", .market(report.market)),
      ("question", .request(report.request)),
      (
        "events",
        .object([
          ("count", .integer(Int64(report.eventCount))),
          ("provisional", .integer(Int64(report.provisional))),
          ("list", .array(report.lines.map(JSON.line))),
        ])
      ),
      ("audience", .audience(report.figures)),
      ("sales", .array(report.sales.map(JSON.sales))),
      ("reported", .array(report.reported.map(JSON.reportedSum))),
      ("figures", .figures(report.figures)),
      ("spreads", .array(report.spreads.map(JSON.spread))),
      ("groups", .array(report.groups.map(JSON.group))),
      (
        "comparison",
        section.comparison.map { comparison in
          .object([
            ("question", .request(comparison.request)),
            ("figures", .figures(comparison.figures)),
            ("changes", .array(section.changes.map(JSON.change))),
          ])
        } ?? .null
      ),
      ("targets", .array(report.targets.map(JSON.target))),
      ("net_of_shows", .array(report.netOfShows.map(JSON.netOfShows))),
      ("conversion", report.conversion.map(JSON.conversion) ?? .null),
      ("advice", .array(report.advice.map(JSON.advice))),
      ("notes", .array(readingNotes(report).map(JSON.string))),
      ("missing", .array(report.missing.map(JSON.string))),
    ])
  }
}

extension JSON {
  fileprivate static func market(_ market: Market) -> JSON {
    .object([
      ("code", .string(market.code.description)),
      ("iso_code", .string(market.isoCode)),
      ("name", .string(market.name)),
      ("currency", .string(market.currency.code)),
      ("time_zone", .optional(market.timeZone ?? market.principalZone?.name)),
    ])
  }

  fileprivate static func request(_ request: MarketReport.Request) -> JSON {
    .object([
      ("from", .optional(request.period.from?.description)),
      ("to", .optional(request.period.to?.description)),
      ("time_zone", .string(request.period.zone.name)),
      ("time_zone_basis", .string(request.period.basis.rawValue)),
      ("tz_release", .optional(request.period.zoneRelease)),
      ("events", .array(request.filter.events.map { .string($0.description) })),
      ("platforms", .array(request.filter.platforms.map(JSON.string))),
      ("brands", .array(request.filter.brands.map(JSON.string))),
      ("creators", .array(request.filter.creators.map(JSON.string))),
      ("by", .optional(request.grouping?.rawValue)),
      ("refunds", .string(request.refunds.rawValue)),
      ("credit", .optional(request.credit?.description)),
      ("currency", .optional(request.currency?.code)),
      ("refund_days", .integer(request.refundDays)),
      ("seed", .integer(Int64(clamping: request.bootstrap.seed))),
      ("settings", .settings(request.settings)),
    ])
  }

  /// All metrics, including those without a value: missing is stated, and is not zero.
  fileprivate static func figures(_ figures: FigureSet) -> JSON {
    .array(ReportMetric.allCases.flatMap { figures[$0] }.map(figure))
  }

  private static func figure(_ figure: Figure) -> JSON {
    var (lower, upper) = (end(figure.bounds?.lower), end(figure.bounds?.upper))
    if case .people(let least, let most)? = figure.value {
      (lower, upper) = (.integer(least), .integer(most))
    }
    return .object([
      ("metric", .string(figure.metric.rawValue)),
      ("unit", .string(figure.metric.unit.rawValue)),
      ("currency", .optional(figure.currency?.code)),
      ("value", end(figure.value)),
      ("at_least", lower),
      ("at_most", upper),
      ("over_known", end(figure.bounds?.overKnown)),
      ("because", .array((figure.bounds?.reasons ?? []).map { .string($0.description) })),
      ("measure", .optional(figure.measure?.rawValue)),
      ("shows", .optional(figure.shows.map { Int64($0) })),
      ("trials", .optional(figure.trials)),
      ("interval", interval(figure.interval)),
      ("interval_over_shows", interval(figure.intervalOverShows)),
    ])
  }

  static func end(_ value: Figure.Value?) -> JSON {
    switch value {
    case nil: .null
    case .count(let count)?: .integer(count)
    case .people(let least, _)?: .integer(least)
    case .decimal(let decimal)?: .number(decimal.text())
    // Text, so that no reader rounds money to a floating-point number.
    case .money(let money)?: .string(money.exactText)
    }
  }

  private static func interval(_ interval: Interval?) -> JSON {
    interval.map {
      .object([
        ("lower", .number(FigureText.plain($0.lower))),
        ("upper", .number(FigureText.plain($0.upper))),
      ])
    } ?? .null
  }

  /// `metric` and `currency` name the figure with a wide interval; null if there are too few shows.
  fileprivate static func advice(_ advice: ReportAdvice) -> JSON {
    var (about, money): (ReportMetric?, Currency?)
    let shows: Int
    switch advice {
    case .tooFewShows(_, let needed): shows = needed
    case .wideInterval(let metric, let currency, let needed):
      (about, money, shows) = (metric, currency, needed)
    }
    return .object([
      ("metric", .optional(about?.rawValue)), ("currency", .optional(money?.code)),
      ("shows_needed", .integer(Int64(shows))), ("text", .string(advice.description)),
    ])
  }

  fileprivate static func group(_ group: ReportGroup) -> JSON {
    .object([
      ("key", .string(group.key.label)),
      ("shows", .integer(Int64(group.shows))),
      ("provisional", .integer(Int64(group.provisional))),
      ("figures", .array(group.figures.known.map(figure))),
      ("reported", .array(group.reported.map(reportedSum))),
    ])
  }

  fileprivate static func spread(_ spread: ShowSpread) -> JSON {
    func number(_ number: Double) -> JSON { .number(FigureText.plain(number)) }
    return .object([
      ("metric", .string(spread.metric.rawValue)),
      ("currency", .optional(spread.currency?.code)),
      ("shows", .integer(Int64(spread.spread.shows))),
      ("mean", number(spread.spread.mean)),
      ("median", number(spread.spread.median)),
      ("lower_quartile", number(spread.spread.lowerQuartile)),
      ("upper_quartile", number(spread.spread.upperQuartile)),
      ("least", number(spread.spread.least)),
      ("most", number(spread.spread.most)),
    ])
  }

  fileprivate static func target(_ standing: TargetStanding) -> JSON {
    let target = standing.target
    func number(_ number: Double?) -> JSON {
      number.map { .number(FigureText.plain($0)) } ?? .null
    }
    return .object([
      ("event", .optional(target.event?.description)),
      ("period", .optional(target.period?.description)),
      ("metric", .string(target.metric.rawValue)),
      ("currency", .optional(target.money?.currency.code)),
      ("target", .string(target.exactText)),
      ("is_ceiling", .bool(target.isCeiling)),
      ("actual", .optional(FigureText.plain(standing.actual?.value))),
      ("attainment", number(standing.attainment)),
      ("elapsed", number(standing.elapsed)),
      ("pace", number(standing.pace)),
      ("is_over", .bool(standing.isOver)),
      ("state", .string(standing.state.rawValue)),
    ])
  }

  static func conversion(_ conversion: ReportConversion) -> JSON {
    .object([
      ("currency", .string(conversion.currency.code)),
      ("sources", .array(conversion.sources.map(JSON.string))),
      ("first_day", .optional(conversion.firstDay?.description)),
      ("last_day", .optional(conversion.lastDay?.description)),
      (
        "left_out",
        .array(
          conversion.gaps.map { gap in
            .object(
              figures(SaleFigures(gap.totals)) + [("reason", .string(gap.reason))])
          })
      ),
    ])
  }
}
