import LedgerCore

/// A report as one page, for printing and for phones.
struct HTMLReport {
  private let report: Report
  private let hints: Hints

  init(_ report: Report, _ hints: Hints = .none) {
    self.report = report
    self.hints = hints
  }

  var text: String {
    let markets = report.sections.map(\.report)
    let title =
      markets.count == 1
      ? "Live shopping: \(markets[0].market.name)"
      : "Live shopping: \(markets.map(\.market.code.description).joined(separator: ", "))"
    let header =
      [HTML.element("h1", [:], title)]
      + report.sections.compactMap(\.illustration).map {
        HTMLReadiness($0.readiness, hints).verdict
      }
    let sections = report.sections.map { HTMLSection($0, hints).html }
    return HTMLPage(
      title: title, header: header, body: sideBySide(markets) + sections + [definitions(markets)],
      book: report.book
    ).text
  }

  private func sideBySide(_ markets: [MarketReport]) -> [HTML] {
    guard markets.count > 1 else { return [] }
    let rows = ReportMetric.allCases.compactMap { metric -> [String]? in
      guard markets.contains(where: { $0.figures[metric].contains(where: \.isKnown) })
      else { return nil }
      return [metric.title] + markets.map { FigureText.cell($0.figures[metric]) }
    }
    let charts = MarketsChart.figures(markets)
    return [
      .element(
        "section", [:],
        [.element("h2", [:], "Markets side by side")]
          + (charts.isEmpty ? [] : [.element("div", ["class": "charts"], charts)])
          + [
            HTMLTable.table(
              "All figures of the markets", ["Figure"] + markets.map(\.market.code.description),
              rows)
          ])
    ]
  }

  /// The definitions of the figures that at least one market has.
  private func definitions(_ markets: [MarketReport]) -> HTML {
    let used = ReportMetric.allCases.filter { metric in
      markets.contains { $0.figures[metric].contains(where: \.isKnown) }
    }
    guard !used.isEmpty else { return HTML([]) }
    let entries = used.flatMap { metric -> [HTML] in
      let definition = metric.definition
      return [
        .element("dt", [:], definition.title),
        .element("dd", [:], "\(definition.meaning) Formula: \(definition.formula)."),
        .element("dd", ["class": "soft"], "\(definition.pitfall) Source: \(definition.source)."),
      ]
    }
    return .element(
      "section", [:],
      [.element("h2", [:], "What the figures mean"), .element("dl", [:], entries)])
  }
}
