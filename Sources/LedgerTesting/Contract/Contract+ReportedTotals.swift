import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of reported totals.
  public static let reportedTotals: [Promise] = [
    Promise("a total is recorded once, and another value under its key is a conflict") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      let first = try total()
      let recording = try ledger.record(
        [first, first, total(1), total(at: "2021-12-10T09:00Z"), total(event: "z")], as: draft())
      #expect(recording.entry == 2)
      #expect(
        recording.outcomes.prefix(4) == [
          .recorded, .alreadyRecorded, .conflicting(recorded: first), .recorded,
        ])
      guard case .refused(.unknownEvent("z", _, 1)) = recording.outcomes[4] else {
        Issue.record("\(recording.outcomes[4])")
        return
      }
      #expect(try ledger.entries(limit: 1).first?.counts == Entry.Counts(.reportedTotals, 2))
      let again = try ledger.record([first, total(1)], as: draft())
      #expect(
        again
          == Recording(
            receipt: nil, outcomes: [.alreadyRecorded, .conflicting(recorded: first)]))
    },

    Promise("the latest total of each measure and source stands beside the order lines") {
      backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      _ = try ledger.record([sale(micros: 60_000_000)], as: draft())
      _ = try ledger.record(
        [
          total(2_500_000, .averageConcurrent), total(110_000_000, at: "2021-12-10T09:00Z"),
          total(),
          total(5, source: "other"),
        ], as: draft())
      let reported = try ledger.totals("a").reported
      #expect(reported.map(\.exactText) == ["110.00", "0.000005", "2.5"])
      let totals = try ledger.totals(of: uk, during: .always)
      #expect(totals == (try ledger.totals(of: uk, during: .always, asOf: 3)))
      #expect(totals.credited.first?.gross == 60_000_000)
      let figures = ReportedFigure.figures(totals.events[0])
      #expect(figures.map { $0.difference?.exactText } == ["50.00", "-59.999995", nil])
      #expect(try ledger.totals(of: uk, during: .always, asOf: 2).events[0].reported.isEmpty)
    },

    Promise("a voided total is gone, and may come again") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      _ = try ledger.record([total()], as: draft())
      #expect(throws: LedgerError.self) { try ledger.void(1, reason: "wrong", as: draft()) }
      let void = try ledger.void(2, reason: "wrong", as: draft())
      #expect(void.counts == Entry.Counts(.reportedTotals, 1))
      #expect(try ledger.totals("a").reported.isEmpty)
      #expect(try ledger.record([total(7)], as: draft()).outcomes == [.recorded])
      #expect(try ledger.totals("a").reported.map(\.exactText) == ["0.000007"])
    },
  ]
}
