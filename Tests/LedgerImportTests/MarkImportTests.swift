import LedgerCore
import LedgerImport
import Testing

/// Files that say what happened in shows.
@Suite struct MarkImportTests {
  private let desk = Desk()

  private var shown: [String] {
    desk.ledger.marks.map { mark in
      let end = mark.endsAt.map { "\($0)" } ?? "–"
      return "\(mark.kind.rawValue) \(mark.startsAt) \(end) \(mark.creator ?? "–") "
        + (mark.text ?? "–")
    }
  }

  @Test func `the ledger's own columns are marks, and an empty kind is a note`() throws {
    let summary = try desk.load(
      """
      event,from,until,kind,text,creator
      spring,2026-03-05T20:00Z,2026-03-05T21:00Z,host,,Ana
      spring,2026-03-05T20:15Z,,,host change,
      """, as: .marks)
    #expect(summary.recorded == 2)
    #expect(
      shown == [
        "host 2026-03-05T20:00:00Z 2026-03-05T21:00:00Z Ana –",
        "note 2026-03-05T20:15:00Z – – host change",
      ])
  }

  @Test func `rows without a show, time, kind or words are rejected`() throws {
    let summary = try desk.load(
      """
      event,from,until,kind,text,creator
      ,2026-03-05T20:00Z,,note,x,
      spring,soon,,note,x,
      spring,2026-03-05T20:00Z,,hots,,Ana
      spring,2026-03-05T20:00Z,,host,x,
      spring,2026-03-05T20:00Z,,note,,
      spring,20:15,,note,x,
      """, as: .marks)
    #expect(summary.recorded == 0)
    #expect(summary.rejected == 6)
  }
}
