import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of names that stand for others.
  public static let aliases: [Promise] = [
    Promise("a show that names both names of a creator is listed with one, as of the entry") {
      backend in
      let ledger = try backend.open()
      let both = try [
        Creator(name: "mia.glow", role: .guest), Creator(name: "Tom", role: .host),
        Creator(name: "Mia", role: .host),
      ]
      _ = try ledger.record(
        [event("a", brands: ["nyx", "NYX"], creators: both)], as: draft(), onConflict: .refuse)
      let receipt = try ledger.record(
        [alias("mia.glow", as: "Mia"), alias("nyx", as: "NYX", .brand)], as: draft()
      ).receipt
      let entry = try #require(receipt?.entry)
      let recorded = ["nyx", "NYX", "mia.glow guest", "Tom host", "Mia host"]
      #expect(try shownNames(in: ledger, asOf: nil) == ["NYX", "Mia guest", "Tom host"])
      #expect(try shownNames(in: ledger, asOf: entry) == ["NYX", "Mia guest", "Tom host"])
      #expect(try shownNames(in: ledger, asOf: entry - 1) == recorded)
      #expect(try shownNames(in: ledger, asOf: nil, isAsRecorded: true) == recorded)
      #expect(try ledger.event(EventKey("a")).totals.event.creators == both)
      _ = try ledger.void(entry, reason: "two people", as: draft())
      #expect(try shownNames(in: ledger, asOf: nil) == recorded)
      #expect(try shownNames(in: ledger, asOf: entry) == ["NYX", "Mia guest", "Tom host"])
      #expect(try ledger.verify(VerificationPlan()).isSound)
    },

    Promise("an order with both names of a product counts once") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      _ = try ledger.record(
        [
          sale(order: "1", line: 1, product: "SKU-1"), sale(order: "1", line: 2),
          sale(order: "2", line: 1, product: "SKU-1"),
        ], as: draft())
      _ = try ledger.record([alias("SKU-1", as: "lipstick", .product)], as: draft())
      for entry in [nil, try ledger.lastEntry(at: .latest)] {
        let products = try ledger.totals(
          TotalsRequest(market: uk, period: .always, products: true, asOf: entry)
        ).products
        #expect(products.map(\.name) == ["lipstick"])
        #expect(products.map(\.totals.orders) == [2])
        #expect(products.map(\.totals.lines) == [3])
      }
    },

    Promise("a rule credits to the shows of a creator by any of the names") { backend in
      let ledger = try backend.open()
      _ = try ledger.record(
        [event("a", creators: [Creator(name: "Mia", role: .host)])], as: draft(),
        onConflict: .refuse)
      _ = try ledger.record(
        [sale(at: "2021-12-08T18:05Z", event: nil, market: uk)], as: draft())
      func orders() throws -> [Int64] {
        try ledger.totals(
          TotalsRequest(
            market: uk, period: .always, credit: CreditRule("window:24h,creator=mia.glow"))
        ).events.map(\.orders)
      }
      #expect(try orders() == [0])
      _ = try ledger.record([alias("mia.glow", as: "Mia")], as: draft())
      #expect(try orders() == [1])
    },

    Promise("a name stands for one other at most, and that one for none") { backend in
      let ledger = try backend.open()
      let recording = try ledger.record(
        [
          alias("b", as: "a"), alias("b", as: "a", citation: "me"), alias("b", as: "c"),
          alias("c", as: "b"), alias("a", as: "c"), alias("c", as: "a"),
          alias("a", as: "b", .brand),
        ], as: draft())
      let outcomes = recording.outcomes
      #expect(
        Array(outcomes[..<3]) == [
          .recorded, .alreadyRecorded, .conflicting(recorded: try alias("b", as: "a")),
        ])
      for outcome in outcomes[3..<5] {
        guard case .refused(.contradicts) = outcome else {
          Issue.record("\(outcome)")
          continue
        }
      }
      #expect(Array(outcomes[5...]) == [.recorded, .recorded])
      #expect(
        try ledger.aliases(asOf: nil).map(\.alias) == [
          alias("a", as: "b", .brand), alias("b", as: "a"), alias("c", as: "a"),
        ])
      let void = try ledger.void(recording.entry ?? 0, reason: "wrong", as: draft())
      #expect(void.counts == Entry.Counts(.aliases, 3))
      #expect(try ledger.aliases(asOf: nil) == [])
      #expect(throws: LedgerError.self) { try alias("a", as: "a") }
    },

    Promise("a canonical name is a name, as long as a name stands for it") { backend in
      let ledger = try backend.open()
      _ = try ledger.record(
        [event("a", creators: [Creator(name: "mia.glow", role: .host)])], as: draft(),
        onConflict: .refuse)
      _ = try ledger.record(
        [alias("mia.glow", as: "Mia"), alias("nobody", as: "Somebody")], as: draft())
      #expect(try ledger.eventNames(asOf: nil).creators == ["mia.glow", "Mia"])
      #expect(try ledger.eventNames(asOf: 1).creators == ["mia.glow"])
    },

    Promise("who forgets a creator keeps a name of which it was said wrongly") { backend in
      let ledger = try backend.open()
      _ = try ledger.record(
        [event("a", creators: [Creator(name: "Mia", role: .host)])], as: draft(),
        onConflict: .refuse)
      let entry = try ledger.record([alias("mia.glow", as: "Mia")], as: draft()).entry
      _ = try ledger.void(#require(entry), reason: "two people", as: draft())
      #expect(try ledger.forget(.creator("mia.glow"), as: draft()).forgotten == 1)
      let shows = try ledger.totals(of: uk, during: .always).events
      #expect(shows.flatMap(\.event.creators).map(\.name) == ["Mia"])
    },

    Promise("who forgets a creator forgets the other names too") { backend in
      let ledger = try backend.open()
      _ = try ledger.record(
        [event("a", creators: [Creator(name: "mia.glow", role: .host)])], as: draft(),
        onConflict: .refuse)
      _ = try ledger.record(
        [alias("mia.glow", as: "Mia"), alias("mia", as: "Mia"), alias("Mia", as: "M", .brand)],
        as: draft())
      let forgetting = try ledger.forget(.creator("mia"), as: draft())
      #expect(forgetting.forgotten == 3)
      let aliases = try ledger.aliases(asOf: nil).map(\.alias)
      #expect(aliases.filter { $0.kind == .brand } == [try alias("Mia", as: "M", .brand)])
      let names = aliases.filter { $0.kind == .creator }.flatMap { [$0.name, $0.canonical] }
      #expect(names.allSatisfy(PersonalWords.mayBeForgotten))
      // The show still has the name that stands for the other one.
      let shown = try ledger.totals(of: uk, during: .always).events.first?.event.creators.first?
        .name
      #expect(aliases.last?.canonical == shown)
      #expect(try ledger.verify(VerificationPlan()).isSound)
    },
  ]
}

/// The brands and creators of the first show.
private func shownNames(
  in ledger: any Ledger, asOf entry: Int64?, isAsRecorded: Bool = false
) throws -> [String] {
  let totals = try ledger.totals(
    TotalsRequest(market: uk, period: .always, asOf: entry, isAsRecorded: isAsRecorded))
  let show = try #require(totals.events.first)
  return show.event.brands + show.event.creators.map { "\($0.name) \($0.role)" }
}
