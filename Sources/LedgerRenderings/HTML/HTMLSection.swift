import LedgerCore

/// The section of one market on a report's page.
struct HTMLSection {
  private let section: Report.Section
  private let hints: Hints
  private var report: MarketReport { section.report }
  private var illustration: ReportIllustration? { section.illustration }

  init(_ section: Report.Section, _ hints: Hints) {
    self.section = section
    self.hints = hints
  }

  var html: HTML {
    let shows = report.eventCount
    return .element(
      "section", [:],
      [
        .element("h2", [:], "\(report.market.name) (\(report.market.code))"),
        .element(
          "p", ["class": "soft"],
          "\(grouped(Int64(shows))) show\(shows == 1 ? "" : "s"), \(periodText(report.period))"),
        cards, charts, readiness,
        .part("Figures", [figures, .list(report.advice.map(\.description))]),
        reportedSums, groups, comparison,
        .part(
          "Targets",
          [
            HTMLTable.table(
              "Targets and what was reached",
              ["Period or show", "Figure", "Actual", "Target", "Attained", "Pace", "State"],
              TargetSection.rows(report.targets), texts: [1, 6])
          ]),
        spreads, events, reported, .part("How to read it", [.list(readingNotes(report))]),
        .part("Missing", [.list(report.missing)]),
      ])
  }

  private var readiness: HTML {
    guard let illustration else { return HTML([]) }
    return HTMLReadiness(illustration.readiness, hints).details
  }

  private var cards: HTML {
    // Without order lines, what platforms report is all that is known of what was sold.
    let isOnlyReported =
      report.sales.isEmpty && report.figures[.reportedGMV].contains(where: \.isKnown)
    let sold: [ReportMetric] =
      isOnlyReported
      ? [.reportedGMV, .reportedGMVPerHour] : [.gmvGross, .gmvNet, .orders, .gmvPerHour]
    let metrics = sold + [.peakConcurrent, .averageConcurrent, .views]
    return .element(
      "ul", ["class": "cards"],
      metrics.map { metric in
        .element(
          "li", [:],
          [
            .element("b", [:], FigureText.cell(report.figures[metric])),
            .element("span", [:], title(of: metric)),
          ] + basis(of: metric).map { .element("small", [:], $0) })
      })
  }

  /// The title of a metric; it names the reported total that its one figure is of.
  private func title(of metric: ReportMetric) -> String {
    let figures = report.figures[metric].filter(\.isKnown)
    guard let figure = figures.first, figures.count == 1 else { return metric.title }
    return report.figures.title(of: figure)
  }

  /// What a figure rests on: the shows that have its parts, the time observed, what is missing.
  private func basis(of metric: ReportMetric) -> [String] {
    let figures = report.figures[metric].filter(\.isKnown)
    guard let figure = figures.first, figures.count == 1 else { return [] }
    let shows = figure.shows.flatMap {
      $0 < report.eventCount ? "\($0) of \(report.eventCount) shows" : nil
    }
    let basis = [FigureText.basis(figure), shows].compactMap { $0 }
    return basis.isEmpty ? [] : [basis.joined(separator: "; ")]
  }

  private var charts: HTML {
    let zone = report.period.zone
    let audience = report.lines.compactMap { line in
      illustration?.curves[line.event.key].flatMap {
        AudienceChart(line: line, curve: $0, zone: zone).figure
      }
    }
    let sales = report.sales.compactMap { sales in
      illustration.flatMap {
        SalesChart(groups: $0.overTime, grouping: $0.grouping, currency: sales.all.currency).figure
      }
    }
    let funnels = [ReportMetric.views, .productImpressions].compactMap {
      FunnelChart(report: report, first: $0).figure
    }
    let all = sales + funnels + [RatioChart(report: report).figure].compactMap { $0 } + audience
    guard !all.isEmpty else { return HTML([]) }
    return .part("Charts", [.element("div", ["class": "charts"], all)])
  }

  private var figures: HTML {
    HTMLTable.table(
      "All known figures, with two 95 % intervals: the first assumes that views, clicks and people "
        + "are independent, the one over shows that only shows are",
      ["Figure", "Value", "95 % interval", "Interval over shows", "Shows"],
      report.figures.known.map { figure in
        [
          report.figures.title(of: figure), FigureText.explained(figure),
          FigureText.interval(figure.interval, of: figure),
          FigureText.interval(figure.intervalOverShows, of: figure),
          figure.shows.map { "\($0) of \(report.eventCount)" } ?? "",
        ]
      })
  }

  private var groups: HTML {
    guard let grouping = report.request.grouping else { return HTML([]) }
    let columns = report.groupColumns
    let (lines, more) = GroupLine.lines(of: report)
    return .part(
      "By \(grouping.noun)",
      [
        HTMLTable.table(
          "Figures by \(grouping.noun)"
            + (lines.contains { ($0.group?.provisional ?? 0) > 0 } ? "; * provisional" : "")
            + (more > 0 ? "; \(grouped(Int64(more))) more groups are not listed" : ""),
          [grouping.noun.prefix(1).uppercased() + grouping.noun.dropFirst(), "Shows"]
            + columns.map(report.groupTitle),
          lines.map { $0.cells(columns, of: report) })
      ])
  }

  private var comparison: HTML {
    guard let comparison = section.comparison else { return HTML([]) }
    return .part(
      "Comparison",
      [
        HTMLTable.table(
          "Then: \(periodText(comparison.period)); \(ComparisonSection.remark)",
          ComparisonSection.heading, ComparisonSection(section).rows)
      ])
  }

  private var spreads: HTML {
    .part(
      "Per show",
      [
        HTMLTable.table(
          "How figures differ from show to show",
          ["Figure", "Shows", "Mean", "Median", "Middle half", "Max"],
          report.spreads.filter { $0.spread.shows > 1 }.map { spread in
            func shown(_ number: Double) -> String {
              FigureText.number(number, spread.metric, spread.currency)
            }
            let numbers = spread.spread
            return [
              spread.metric.title + (spread.currency.map { " (\($0.code))" } ?? ""),
              "\(numbers.shows)", shown(numbers.mean), shown(numbers.median),
              "\(shown(numbers.lowerQuartile)) to \(shown(numbers.upperQuartile))",
              shown(numbers.most),
            ]
          })
      ])
  }

  private var events: HTML {
    let missing = TextTable.missing
    let more = report.eventCount - report.lines.count
    return .part(
      "Shows, newest first",
      [
        HTMLTable.table(
          "Everything that was ever counted for a show or credited to it"
            + (more > 0 ? "; \(grouped(Int64(more))) more shows are not listed" : ""),
          ["Show", "Starts", "Platform", "Peak", "Average", "Views", "GMV net", ""],
          report.lines.map { line in
            let net = line.sales.map(\.shownNet)
            return [
              "\(line.event.title) (\(line.event.key))",
              "\(report.period.zone.civil(line.event.startsAt))", line.event.platform,
              FigureText.cell(line.figures[.peakConcurrent]),
              FigureText.cell(line.figures[.averageConcurrent]),
              FigureText.cell(line.figures[.views]),
              net.isEmpty ? missing : net.joined(separator: ", "),
              line.isProvisional ? "provisional" : "",
            ]
          }, texts: [1, 2, 7])
      ])
  }

  private var reportedSums: HTML {
    .part(
      "Reported by platforms",
      [
        HTMLTable.table(
          "Sums over the shows, never added to the sales", ReportedSums.heading,
          ReportedSums.rows(report.reported, of: report.eventCount), texts: [2])
      ])
  }

  private var reported: HTML {
    .part(
      "Reported merchandise value",
      [
        HTMLTable.table(
          "As platforms report it of the listed shows, beside the order lines",
          ["Show", "Measure", "Reported", "Source", "Observed", "Order lines", "Difference"],
          report.lines.flatMap { line in
            line.reportedMerchandise.map { figure in
              [line.event.key.description] + ReportedSection.cells(figure)
            }
          }, texts: [1, 3, 4])
      ])
  }
}
