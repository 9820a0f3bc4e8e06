import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of targets.
  public static let targets: [Promise] = [
    Promise("a target is recorded once, and another value under its key is a conflict") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      let first = try target()
      let unknown = Currency(code: "ZZZ", digits: 2)
      let recording = try record(
        [
          first, target(period: "2022-01-01..2022-06-30", source: "other"), target(1),
          target(2), target(period: "2022"), target(event: "a", period: nil),
          target(event: "z"), target(in: Market.Code("ZZ")),
          target(period: "2023", currency: unknown),
        ], in: ledger)
      #expect(recording.entry == 2)
      #expect(
        Array(recording.outcomes.prefix(6)) == [
          .recorded, .alreadyRecorded, .conflicting(recorded: first), .conflicting(recorded: first),
          .recorded, .recorded,
        ])
      guard case .refused(.unknownEvent("z", _, 1)) = recording.outcomes[6] else {
        Issue.record("\(recording.outcomes[6])")
        return
      }
      #expect(recording.outcomes[7] == .refused(.unknownMarket("ZZ", near: [])))
      #expect(recording.outcomes[8] == .refused(.unknownCurrency("ZZZ", near: [])))
      #expect(try ledger.entries(limit: 1).first?.counts == Entry.Counts(.targets, 3))
      #expect(
        try record([first, target(1)], in: ledger)
          == Recording(receipt: nil, outcomes: [.alreadyRecorded, .conflicting(recorded: first)]))
    },

    Promise("a restated target counts from its entry on, and a voided one no more") { backend in
      let ledger = try backend.open()
      let (first, second) = (try target(), try target(2))
      _ = try record([first], in: ledger)
      #expect(
        try record([second, target(3)], in: ledger, .restate).outcomes
          == [.restated(from: first), .conflicting(recorded: second)])
      #expect(try current(ledger) == [second])
      #expect(try current(ledger, asOf: 1) == [first])
      #expect(try ledger.targets(in: uk, asOf: nil).first?.entry == 2)
      let void = try ledger.void(2, reason: "wrong", as: draft())
      #expect(void.counts == Entry.Counts(.targets, 1))
      #expect(try current(ledger) == [first])
      #expect(try current(ledger, asOf: 2) == [second])
      _ = try ledger.void(1, reason: "wrong", as: draft())
      #expect(try current(ledger) == [])
      #expect(try record([target(4)], in: ledger).outcomes == [.recorded])
    },

    Promise("a market's targets are listed before those of its events") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a", "b")
      try ledger.recordEvents("de", in: germany)
      let all = [
        try target(event: "b", period: nil), try target(event: "a"), try target(),
        try target(5_000_000, "orders", period: "2022", currency: nil), try target(event: "de"),
      ]
      _ = try record(all, in: ledger)
      #expect(
        try ledger.targets(in: uk, asOf: nil).map(\.target) == [all[2], all[3], all[1], all[0]])
      #expect(try ledger.targets(in: nil, asOf: nil).map(\.market) == [germany, uk, uk, uk, uk])
    },

    Promise("an event with a target is not voided before that") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      _ = try record([target(event: "a", period: nil)], in: ledger)
      #expect(throws: LedgerError.self) { try ledger.void(1, reason: "wrong", as: draft()) }
      _ = try ledger.void(2, reason: "wrong", as: draft())
      _ = try ledger.void(1, reason: "wrong", as: draft())
    },
  ]
}

private func record(
  _ targets: [Target], in ledger: any Ledger, _ rule: ConflictRule = .refuse
) throws -> Recording<Target> {
  try ledger.record(targets, as: draft(), onConflict: rule)
}

private func current(_ ledger: any Ledger, asOf entry: Int64? = nil) throws -> [Target] {
  try ledger.targets(in: nil, asOf: entry).map(\.target)
}
