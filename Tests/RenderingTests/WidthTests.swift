import LedgerCore
import LedgerRenderings
import Testing

/// Text on terminals of several widths.
@Suite struct WidthTests {
  private static let reports: [(name: String, report: @Sendable () throws -> Report)] = [
    ("market", Reports.market), ("events", Reports.events), ("markets", Reports.markets),
    ("empty", Reports.empty),
  ]

  private func amounts(_ text: String) -> Set<String> {
    Set(text.matches(of: /[0-9][0-9,]*\.[0-9]{2}/).map { String($0.output) })
  }

  @Test(arguments: 1...45)
  func `a line is broken at any width, and loses no letter`(columns: Int) {
    let letters = { (text: String) in text.filter { $0 != " " } }
    for indent in [0, 3, 20, 60] {
      for words in [
        "", "net", "peak 3,100 of 4,000 and more", "averageconcurrentviewersofallshows",
      ] {
        let line = String(repeating: " ", count: indent) + words
        let parts = wrapped(line, to: columns)
        #expect(letters(parts.joined()) == letters(line))
      }
    }
  }

  @Test(arguments: [60, 80, 100, 132, 999], reports.map(\.name))
  func `no line of a report is wider than it may be, and no amount is left out`(
    columns: Int, name: String
  ) throws {
    let report = try #require(Self.reports.first { $0.name == name }).report()
    let whole = try report.text(.text)
    let text = try report.text(.text, width: columns)
    for line in text.split(separator: "\n") { #expect(width(String(line)) <= columns, "\(line)") }
    #expect(amounts(text) == amounts(whole))
    if columns == 999 { #expect(text == whole) }
  }

  @Test func `names that are too long go on in the next line, and columns in the next block`() {
    let lines = [
      ["", "sold", "net"], ["  a name of several words", "1", "1.00 GBP, 22.00 EUR"],
      ["  b", "20", "–"],
    ]
    let right = [false, true, true]
    #expect(
      TextTable.aligned(lines, right: right, width: 80) == TextTable.aligned(lines, right: right))
    #expect(
      TextTable.aligned(lines, right: right, width: 40) == """
                             sold        net
          a name of several     1   1.00 GBP
              words                22.00 EUR
          b                    20          –

        """)
    #expect(
      TextTable.aligned(lines, right: right, width: 28) == """
                       sold
          a name of       1
              several
              words
          b              20

                             net
          a name of     1.00 GBP
              several  22.00 EUR
              words
          b                    –

        """)
  }
}
