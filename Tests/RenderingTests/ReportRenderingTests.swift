import LedgerRenderings
import Testing

@Suite struct ReportRenderingTests {
  static let goldens =
    ReportFormat.allCases.flatMap { form in
      [
        Golden("report/market.\(form.fileExtension)") { try Reports.market().text(form) },
        Golden("report/empty.\(form.fileExtension)") { try Reports.empty().text(form) },
      ]
    } + [
      Golden("report/market-80.txt") { try Reports.market().text(.text, width: 80) },
      Golden("report/events.txt") { try Reports.events().text(.text, hints: ownWords) },
      Golden("report/events-80.txt") {
        try Reports.events().text(.text, width: 80, hints: ownWords)
      },
      Golden("report/events.md") { try Reports.events().text(.markdown) },
      Golden("report/events.html") { try Reports.events().text(.html) },
      Golden("report/markets.txt") { try Reports.markets().text(.text) },
      Golden("report/markets-80.txt") { try Reports.markets().text(.text, width: 80) },
      Golden("report/markets.csv") {
        try Reports.markets().text(.csv, csv: CSVStyle(isSpreadsheetSafe: true))
      },
      Golden("report/markets.html") { try Reports.markets().text(.html) },
      Golden("style.css") { try StyleSheet.css() },
    ]

  private static let ownWords = Hints(listAll: { "ask for \($0)" })

  @Test(arguments: goldens)
  func `a report is what its golden files hold`(golden: Golden) throws { try golden.check() }
}
