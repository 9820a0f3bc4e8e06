import LedgerCore
import LedgerImport
import Testing

@testable import ledger

/// A problem that many rows have is reported once.
struct RejectionCauseTests {
  private func rejection(
    _ line: Int, _ value: String, _ reason: RejectionReason, column: String = "at"
  ) -> Rejection {
    Rejection(
      file: "a.csv", line: line, column: column, value: value, reason: reason, rawRecord: [])
  }

  @Test func `after the first rows with a problem, the others are counted`() {
    var causes = RejectionCauses()
    var shown: [Int] = []
    for line in 2...582 {
      let reason = RejectionReason.ledger(.unknownEvent("R\(line)", near: [], count: 1))
      if causes.add(rejection(line, "R\(line)", reason)) { shown.append(line) }
    }
    #expect(shown == Array(2...11))
    let isShown = causes.add(rejection(9, "x", .missingDay))
    #expect(isShown)
    #expect(
      causes.summaries == [
        "a.csv: 581 rows have the problem of line 2 in column \"at\": lines 2, 3, 4, 5, 6, 7, 8, "
          + "9, 10, 11, …"
      ])
  }

  @Test func `the same value again is shown three times`() {
    var causes = RejectionCauses()
    var shown = 0
    for line in 2...9 where causes.add(rejection(line, "", .missingDay)) { shown += 1 }
    #expect(shown == 3)
    #expect(causes.summaries.count == 1)
  }

  @Test func `what all rows lack is reported with its first row, and with what to do`() {
    var causes = RejectionCauses()
    let noZone = RejectionReason.time(.noZone("2022-01-01T10:00", offsetFits: true))
    var shown: [Int] = []
    for line in 2...4 where causes.add(rejection(line, "2022-01-01T10:0\(line)", noZone)) {
      shown.append(line)
    }
    #expect(shown == [2])
    #expect(causes.summaries.count == 1)
    #expect(causes.summaries[0].contains("3 rows have the problem of line 2"))
    #expect(causes.summaries[0].contains("--tz"))
  }

  @Test func `problems of other columns, and other problems of one, are shown by themselves`() {
    var causes = RejectionCauses()
    var shown = 0
    for line in 2...4 {
      for (reason, column) in [
        (RejectionReason.missingDay, "at"), (.missingDay, "left"), (.noDay, "at"),
      ]
      where causes.add(rejection(line, "", reason, column: column)) {
        shown += 1
      }
    }
    #expect(shown == 9)
    #expect(causes.summaries == [])
  }
}
