import LedgerCore
import Testing

extension Contract {
  /// What a storage promises of receipts that are the same whatever keeps the book.
  ///
  /// They hold where the salts are those of ``Backend/salt(for:attempt:)``.
  public static let sameReceipts: [Promise] = [
    Promise("a history of every kind of fact has the receipts of the model") { backend in
      guard backend.isSalted else { return }
      let (ledger, model) = (try backend.open(), ModelLedger())
      for (index, step) in (shows + numbers + programme + corrections + people).enumerated() {
        let (own, expected) = (try step.record(ledger), try step.record(model))
        #expect(own == expected, "\(step.what)")
        #expect(own?.entry == Int64(index + 1), "\(step.what)")
      }
      let recorded = try ledger.entries(limit: nil).map(\.counts).reduce(Entry.Counts(), +)
      for type in FactType.allCases where type != .questions { #expect(recorded[type] > 0) }
      #expect(try ledger.verify(VerificationPlan()).flaws == [])
      #expect(try ledger.entries(limit: nil) == model.entries(limit: nil))
    },

    Promise("a book that keeps queries has the receipts of the model, with their versions") {
      backend in
      guard backend.isSalted, let ledger = try backend.open() as? any KeepsQueries else { return }
      let model = ModelLedger()
      let queries = try [
        SavedQuery(name: "b", statement: "SELECT 1 AS n"),
        SavedQuery(
          name: "a", statement: "SELECT :market AS m, :zone AS z, :n AS n", description: "It’s a",
          parameters: [
            .init(name: "market", type: "market", value: "UK"), .init(name: "zone", type: "zone"),
            .init(name: "n"),
          ]),
        SavedQuery(name: "b", statement: "SELECT 2 AS n", description: "again"),
      ]
      for query in queries {
        let receipt = try ledger.record(query, as: draft()).receipt
        #expect(try receipt == model.record(version: query, as: draft()))
      }
      let retired = SavedQuery(recorded: "b", statement: nil, description: nil, parameters: [])
      #expect(
        try ledger.retireQuery("b", as: draft()) == model.record(version: retired, as: draft()))
      #expect(try ledger.verify(VerificationPlan()).flaws == [])
    },
  ]
}

/// Something that is recorded in two ledgers alike.
private struct Step {
  let what: String
  let record: @Sendable (any Ledger) throws -> Receipt?

  init(_ what: String, _ record: @escaping @Sendable (any Ledger) throws -> Receipt?) {
    self.what = what
    self.record = record
  }
}

private let shows: [Step] = [
  Step("shows in an order other than that of their keys") { ledger in
    let (amy, bob) = (
      try Creator(name: "Amy", role: .host), try Creator(name: "Bob", role: .creator)
    )
    return try ledger.record(
      [
        event("night", ends: "2021-12-08T19:00Z", brands: ["NYX", "Boots"]),
        event("C", in: germany, title: "Übung", creators: [bob, amy]),
        event("a", starts: "1969-12-31T23:45:00.001Z", brands: ["e.l.f."], creators: [amy]),
      ], as: draft(note: "first night")
    ).receipt
  },
  Step("shows that are amended and new in one batch") { ledger in
    try ledger.record(
      [
        event("b"), event("night", title: "Night", brands: ["NYX"]),
        event("C", in: germany, title: "C", creators: [Creator(name: "Cat", role: .guest)]),
      ], as: draft(), onConflict: .restate
    ).receipt
  },
]

private let numbers: [Step] = [
  Step("counts of two shows in no order") { ledger in
    try ledger.record(
      [
        count(5, of: .gifts, event: "night"), count(7), count(6, of: .views, event: "night"),
        count(0, at: "1969-12-31T23:00Z"), count(8, of: .views), count(9, event: "night"),
      ], as: draft(note: "Amy")
    ).receipt
  },
  Step("restated counts, and one that is new") { ledger in
    try ledger.record(
      [count(1, of: .views), count(7, at: "2021-12-08T18:01Z"), count(8)], as: draft(),
      onConflict: .restate
    ).receipt
  },
  Step("sales of two sources in no order") { ledger in
    try ledger.record(
      [
        sale(order: "9", line: 2, source: "shop", product: nil, event: "night"),
        sale(order: "10", source: "app", currency: jpy), sale(order: "10", source: "shop"),
        sale(order: "9", line: 2, .refund, source: "shop", quantity: -1, micros: -5),
        sale(order: "9", line: 1, source: "shop", event: nil, market: germany),
        sale(order: "é", source: "app", quantity: 0, micros: 0, at: "1969-12-31T23:00Z"),
      ], as: draft("2021-12-09T09:00Z", command: "import sales")
    ).receipt
  },
  Step("sales of a known source and of a new one") { ledger in
    try ledger.record([sale(order: "11"), sale(source: "a")], as: draft()).receipt
  },
  Step("what was refunded of an order so far") { ledger in
    let refund = try Sale(
      source: "shop", order: "10", line: 1, kind: .refund, product: nil, quantity: 0,
      amount: Money(micros: -7, currency: gbp), at: instant("2021-12-10T09:00Z"),
      event: EventKey("a"), extent: .orderSoFar)
    return try ledger.record([refund], as: draft()).receipt
  },
  Step("reported totals of two shows") { ledger in
    try ledger.record(
      [
        total(7, .orders, source: "b"), total(event: "night"), total(source: "b"),
        total(source: "a"), total(at: "2021-12-08T09:00Z"), total(5, .peakConcurrent),
      ], as: draft()
    ).receipt
  },
]

private let programme: [Step] = [
  Step("claims") { ledger in
    let full = try Claim(
      key: ClaimKey("q"), market: nil, platform: "TikTok", stage: .dropped,
      effective: checkedDate("2022-H2", field: "x"), reported: checkedDate("2022-07", field: "x"),
      source: "FT", url: "https://example.com", quote: "“No”", disputes: ClaimKey("r"))
    return try ledger.record(
      [claim("r", platform: nil), full, claim("p", stage: nil, disputes: "q")], as: draft()
    ).receipt
  },
  Step("surveys") { ledger in
    let full = try Survey(
      key: SurveyKey("b"), market: germany, kind: .adoption, question: "Have you?",
      date: checkedDate("2022", field: "x"), answers: SurveyAnswer.list("yes=3; no=0"),
      source: "S", url: "https://example.com")
    return try ledger.record([full, survey("a", until: "2022-06-30")], as: draft()).receipt
  },
  Step("rates") { ledger in
    try ledger.record(
      [rate(), rate("130", jpy), rate("1.1", usd, on: "1969-12-31")], as: draft(),
      onConflict: .refuse
    ).receipt
  },
  Step("a restated rate") { ledger in
    try ledger.record([rate("0.9", source: "me")], as: draft(), onConflict: .restate).receipt
  },
  Step("members") { ledger in
    let other = try Membership(
      market: germany, creator: "Dee", joined: #require(CalendarDay("1969-12-31")), source: "S")
    return try ledger.record(
      [membership("Bob", platform: "TikTok"), membership(), other, membership("first night")],
      as: draft(note: "moved")
    ).receipt
  },
  Step("members who leave") { ledger in
    try ledger.record(
      [
        membership("Bob", left: "2022-03-01", reason: "moved", platform: "tiktok"),
        membership(left: "2022-03-01", reason: "Bob"),
      ], as: draft()
    ).receipt
  },
  Step("targets") { ledger in
    try ledger.record(
      [
        target(event: "night", period: nil, source: "plan"), target(),
        target(3_000_000, "orders", period: "2022", currency: nil), target(event: "a"),
      ], as: draft(), onConflict: .refuse
    ).receipt
  },
]

private let corrections: [Step] = [
  Step("an amendment") { ledger in
    var amendment = EventAmendment()
    amendment.brands = ["Boots", "NYX"]
    amendment.creators = [try Creator(name: "Zoë", role: .guest)]
    return try ledger.amend(EventKey("a"), amendment, as: draft()).receipt
  },
  Step("an accepted finding about sales") { ledger in
    try ledger.accept(.foreignCurrency, of: nil, reason: "tourists", as: draft()).receipt
  },
  Step("shows of one creator at one time") { ledger in
    let dee = try Creator(name: "Dee", role: .host)
    return try ledger.record(
      [
        event("f", ends: "2021-12-08T19:00Z", creators: [dee]),
        event("e", ends: "2021-12-08T19:00Z", creators: [dee]),
      ], as: draft()
    ).receipt
  },
  Step("an accepted finding about a person") { ledger in
    try ledger.accept(.overlappingShows, of: nil, reason: "two cameras", as: draft()).receipt
  },
  Step("a batch of a file") { ledger in
    var draft = try draft(command: "import audience")
    draft.source = "counts.csv"
    draft.sourceDigest = String(repeating: "ab", count: 32)
    draft.chunk = Entry.Chunk(first: nil)
    return try ledger.record([count(3, event: "b")], as: draft).receipt
  },
  Step("another batch of it, when the clock was set back") { ledger in
    var draft = try draft("2021-12-01T09:00Z")
    draft.chunk = Entry.Chunk(first: 20)
    return try ledger.record([count(4, of: .views, event: "b")], as: draft).receipt
  },
  Step("a void of the file") { ledger in
    try ledger.void(21, reason: "first night", as: draft(note: "first night")).receipt
  },
  Step("a show that will be voided") { ledger in
    try ledger.record([event("x")], as: draft()).receipt
  },
  Step("a fact of it") { ledger in try ledger.record([count(1, event: "x")], as: draft()).receipt },
  Step("a void of the fact") { ledger in
    try ledger.void(24, reason: "wrong", as: draft()).receipt
  },
  Step("a void of the show") { ledger in
    try ledger.void(23, reason: "wrong", as: draft()).receipt
  },
  Step("another show of its key") { ledger in
    try ledger.record(
      [event("x", brands: ["NYX"], creators: [Creator(name: "Amy", role: .host)]), event("y")],
      as: draft()
    ).receipt
  },
  Step("counts of it") { ledger in
    try ledger.record([count(1, event: "y"), count(1, event: "x")], as: draft()).receipt
  },
  Step("sales of it") { ledger in
    try ledger.record([sale(order: "x", event: "x"), sale(order: "y", event: "y")], as: draft())
      .receipt
  },
  Step("totals of it") { ledger in
    try ledger.record([total(event: "y"), total(event: "x")], as: draft()).receipt
  },
  Step("a target of it") { ledger in
    try ledger.record([target(event: "x", period: nil)], as: draft(), onConflict: .refuse).receipt
  },
  Step("an amendment of it") { ledger in
    var amendment = EventAmendment()
    amendment.title = "X"
    return try ledger.amend(EventKey("x"), amendment, as: draft()).receipt
  },
  Step("settings") { ledger in
    try ledger.record(
      [setting("zone.UK", "UTC"), setting("credit", "window:24h")], as: draft()
    ).receipt
  },
  Step("a setting that is taken back") { ledger in
    try ledger.record([setting("credit", nil)], as: draft()).receipt
  },
  Step("an event under another key") { ledger in
    try ledger.record([event("twin", in: uk)], as: draft(), onConflict: .refuse).receipt
  },
  Step("an event that is the same show as another one") { ledger in
    try ledger.record([sameShow("x", "twin", citation: "the host")], as: draft()).receipt
  },
  Step("credits, one of an order and a show that are not there yet") { ledger in
    try ledger.record(
      [
        credit("x", order: "7", line: 2, seen: "2021-12-09T09:00Z", citation: "the export"),
        credit("later", order: "later", source: "another shop"),
      ], as: draft()
    ).receipt
  },
  Step("aliases of a creator, a brand and a product") { ledger in
    try ledger.record(
      [
        alias("amy.glow", as: "Amy", citation: "her profile"), alias("nyx", as: "NYX", .brand),
        alias("SKU-1", as: "lipstick", .product),
      ], as: draft()
    ).receipt
  },
  Step("coverages") { ledger in
    try ledger.record(
      [
        coverage(),
        coverage(platform: "tiktok", source: "shop", creator: "Amy", citation: "the shop"),
      ], as: draft()
    ).receipt
  },
  Step("marks") { ledger in
    try ledger.record(
      [
        mark("x"), mark("y", .host, nil, creator: "Amy", until: "2021-12-08T17:30Z"),
        mark("x", .guest, "on stage", creator: "Bob"),
      ], as: draft()
    ).receipt
  },
]

private let people: [Step] = [
  Step("a creator is forgotten, and why she left") { ledger in
    try ledger.forget(.creator("Amy"), as: draft(note: "first night")).receipt
  },
  Step("a note is forgotten, which is a name") { ledger in
    try ledger.forget(.note(ofEntry: 1), as: draft(note: "her wish")).receipt
  },
  Step("forgotten texts that are recorded again") { ledger in
    try ledger.record(
      [membership(), membership("Bob", joined: "2023-01-01")], as: draft(note: "first night")
    ).receipt
  },
  Step("they are forgotten again") { ledger in
    try ledger.forget(.creator("Amy"), as: draft()).receipt
  },
  Step("they are recorded once more") { ledger in
    try ledger.record([membership(joined: "2024-01-01")], as: draft()).receipt
  },
  Step("a creator is forgotten about whom a finding is accepted") { ledger in
    try ledger.forget(.creator("Dee"), as: draft()).receipt
  },
  Step("a show is amended, but not who appears in it") { ledger in
    var amendment = EventAmendment()
    amendment.title = "Seconds"
    return try ledger.amend(EventKey("e"), amendment, as: draft()).receipt
  },
  Step("a forgotten member leaves") { ledger in
    let market = germany
    let member = try #require(try ledger.memberships(in: market, asOf: nil).first)
    let day = try #require(CalendarDay("2022-03-01"))
    return try ledger.record(
      [member.ended(on: day, reason: "unknown")], as: draft()
    ).receipt
  },
]
