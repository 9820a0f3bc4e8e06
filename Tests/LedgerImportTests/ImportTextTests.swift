import LedgerImport
import Testing

/// What an import says of its lines and rows.
@Suite struct ImportTextTests {
  private func summary() -> ImportSummary {
    var summary = ImportSummary()
    summary.rows = 1240
    summary.recorded = 1234
    summary.restated = 2
    summary.alreadyRecorded = 1
    summary.rejected = 3
    summary.entries = 5...6
    return summary
  }

  @Test func `a tally says what became of all rows, and in which entries`() {
    #expect(
      ImportTally(summary()).text
        == "recorded 1,234, restated 2, already recorded 1, rejected 3 (entries 5–6)")
    #expect(ImportTally(ImportSummary()).text == "recorded 0, already recorded 0, rejected 0")
  }

  @Test func `the tally of a trial says that nothing was recorded`() {
    #expect(
      ImportTally(summary(), isTrial: true).text
        == "would record 1,234, restated 2, already recorded 1, rejected 3; nothing was recorded")
  }

  @Test func `a line is acknowledged once, in the order of the file`() {
    let outcomes = [
      LineOutcome(line: 9, result: .rejected, entry: nil),
      LineOutcome(line: 7, result: .recorded, entry: 57),
      LineOutcome(line: 9, result: .recorded, entry: 57),
      LineOutcome(line: 9, result: .recorded, entry: 57),
      LineOutcome(line: 8, result: .alreadyRecorded, entry: nil),
    ]
    #expect(
      LineOutcome.text(of: outcomes)
        == "7 recorded 57\n8 already recorded\n9 recorded 57, rejected\n")
    #expect(LineOutcome.text(of: []).isEmpty)
  }

  private func row(_ raw: String, column: String?, in head: TableHead?) -> String {
    let rejection = Rejection(
      file: "a.csv", line: 12, column: column, value: nil, reason: .missingDay,
      rawRecord: Array(raw.utf8))
    return String(
      decoding: RejectsText(head).row(rejection, because: "is empty, or \"so\""), as: UTF8.self)
  }

  @Test func `a rejected row of CSV gets its line and the reason as two more fields`() {
    let head = TableHead(names: ["day", "a;b"], delimiter: UInt8(ascii: ";"))
    #expect(
      String(decoding: RejectsText(head).heading, as: UTF8.self)
        == "day;\"a;b\";rejected_line;rejected_reason\n")
    #expect(
      row(";\"x\"", column: "day", in: head) == ";\"x\";12;\"day: is empty, or \"\"so\"\"\"\n")
    #expect(row("x", column: nil, in: head) == "x;12;\"is empty, or \"\"so\"\"\"\n")
  }

  @Test(arguments: [
    (
      #"{"day":""} "#,
      #"{"day":"","rejected_line":12,"rejected_reason":"day: is empty, or \"so\""}"#
    ),
    ("{ }", #"{ "rejected_line":12,"rejected_reason":"day: is empty, or \"so\""}"#),
    ("[1, 2", "[1, 2"),
  ])
  func `a rejected object gets them as two more members, and anything else stays as it is`(
    raw: String, written: String
  ) {
    #expect(RejectsText(nil).heading.isEmpty)
    #expect(row(raw, column: "day", in: nil) == written + "\n")
  }
}
