import Foundation
import LedgerCore
import LedgerRenderings
import Tabular
import Testing

/// A figure has one value, and every form shows it.
@Suite struct FigureTests {
  /// A figure as a form names it and writes its value.
  private struct Shown: Equatable {
    let name: String
    let value: String
  }

  private static func report() throws -> (MarketReport, Report) {
    let report = try Reports.market()
    return (try #require(report.sections.first).report, report)
  }

  /// Its name, with the currency where its metric has several.
  private static func title(_ figure: Figure, in report: MarketReport) -> String {
    let isOneOfSeveral = report.figures[figure.metric].count > 1
    return figure.metric.title
      + (isOneOfSeveral ? figure.currency.map { " (\($0.code))" } ?? "" : "")
  }

  /// As data, of people both bounds, and of what is not known exactly the end that is known.
  private static func plain(_ figure: Figure) -> String {
    if let bounds = figure.bounds {
      return (FigureText.plain(bounds.lower).map { "≥ \($0)" } ?? "")
        + (FigureText.plain(bounds.upper).map { "≤ \($0)" } ?? "")
    }
    guard case .people(let lower, let upper)? = figure.value else {
      return FigureText.plain(figure.value) ?? ""
    }
    return "\(lower) to \(upper)"
  }

  @Test func `the report has figures of every unit, and some of two currencies`() throws {
    let (report, _) = try Self.report()
    let known = report.figures.known
    #expect(Set(known.map(\.metric.unit)).count == 8)
    #expect(Set(known.compactMap(\.currency)) == [.gbp, .eur])
    #expect(known.count > ReportMetric.allCases.count)
  }

  @Test func `every known figure of a report is in its JSON`() throws {
    struct Document: Decodable { let markets: [Section] }
    struct Section: Decodable { let figures: [Member] }
    struct Member: Decodable {
      let metric: String
      let currency: String?
      let value: Scalar?
      let atLeast: Scalar?
      let atMost: Scalar?
    }
    let (report, whole) = try Self.report()
    let text = try whole.text(.json)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let document = try decoder.decode(Document.self, from: Data(text.utf8))
    let shown = try #require(document.markets.first).figures.compactMap { member -> Shown? in
      let name = member.metric + (member.currency.map { " \($0)" } ?? "")
      if let value = member.value {
        return Shown(name: name, value: value.text + (member.atMost.map { " to \($0.text)" } ?? ""))
      }
      guard let end = member.atLeast ?? member.atMost else { return nil }
      return Shown(name: name, value: (member.atLeast == nil ? "≤ " : "≥ ") + end.text)
    }
    check(shown, are: Self.data(report))
  }

  @Test func `every known figure of a report is in its CSV`() throws {
    let (report, whole) = try Self.report()
    var reader = try CSVReader(ByteSource(bytes: Array(try whole.text(.csv).utf8)))
    var shown: [Shown] = []
    var bounds: [String: String] = [:]
    while let row = try reader.next() {
      try #require(row == .record)
      let cells = (0..<reader.header.count).map { reader.text($0) }
      guard cells[1] == "report", cells[2].isEmpty, cells[3].isEmpty else { continue }
      if cells[5].hasSuffix("_upper") { bounds[String(cells[5].dropLast(6))] = cells[6] }
      guard cells[5].hasPrefix("metric:") else { continue }
      let name = String(cells[5].dropFirst(7))
      if ["_because", "_over_known", "_measure"].contains(where: name.hasSuffix) { continue }
      for (end, sign) in [("_at_least", "≥"), ("_at_most", "≤")] where name.hasSuffix(end) {
        if let last = shown.last, last.value.isEmpty {
          shown[shown.count - 1] = Shown(name: last.name, value: "\(sign) \(cells[6])")
        }
      }
      if name.hasSuffix("_at_least") || name.hasSuffix("_at_most") { continue }
      shown.append(
        Shown(
          name: name + (cells[4].isEmpty ? "" : " \(cells[4])"),
          value: cells[6] + (bounds[name].map { " to \($0)" } ?? "")))
    }
    check(shown, are: Self.data(report))
  }

  @Test func `every known figure of a report is in its Markdown`() throws {
    let (report, whole) = try Self.report()
    let rows = try whole.text(.markdown).split(separator: "\n")
      .drop { !$0.hasPrefix("## Figures") }.dropFirst()
      .drop { !$0.hasPrefix("| ---") }.dropFirst().prefix { $0.hasPrefix("|") }
    let shown = rows.map { row in
      let cells = row.split(separator: " | ", omittingEmptySubsequences: false)
      return Shown(name: String(cells[0].dropFirst(2)), value: String(cells[1]))
    }
    let known = report.figures.known.map {
      Shown(name: Self.title($0, in: report), value: FigureText.explained($0))
    }
    check(shown, are: known)
  }

  @Test func `every known figure of a report is in its page`() throws {
    let (report, whole) = try Self.report()
    let page = try whole.text(.html)
    let start = try #require(page.firstRange(of: "<h3>Figures</h3>")).upperBound
    let end = try #require(page[start...].firstRange(of: "</table>")).lowerBound
    let shown = page[start..<end]
      .matches(of: /<th scope="row">([^<]*)<\/th><td class="number">([^<]*)</)
      .map { Shown(name: String($0.output.1), value: String($0.output.2)) }
    let known = report.figures.known.map {
      Shown(name: Self.title($0, in: report), value: FigureText.explained($0))
    }
    check(shown, are: known)
  }

  private func check(_ shown: [Shown], are known: [Shown]) {
    #expect(shown.count == known.count)
    for (shown, known) in zip(shown, known) { #expect(shown == known) }
  }

  private static func data(_ report: MarketReport) -> [Shown] {
    report.figures.known.map { figure in
      Shown(
        name: figure.metric.rawValue + (figure.currency.map { " \($0.code)" } ?? ""),
        value: plain(figure))
    }
  }
}

/// A number or a text of JSON, as it is written.
private struct Scalar: Decodable {
  let text: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self.text = text
    } else {
      text = "\(try container.decode(Foundation.Decimal.self))"
    }
  }
}
