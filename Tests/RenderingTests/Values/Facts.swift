import LedgerCore

/// Facts as a ledger finds them by their keys, and what was ever recorded under these.
enum Facts {
  /// A show that has all there is, amended and with a note.
  static func event() throws -> EventRecord {
    EventRecord(
      totals: try SpringShows.mothersDay().totals,
      entry: try Books.entry(
        21, "import events", at: "2022-03-01T10:00:00Z", source: "events of <March>.csv",
        note: "from the agency"),
      amendment: try Books.entry(30, "amend-event", at: "2022-03-10T08:00:00.125Z"))
  }

  /// A show of which nothing is known but when it starts.
  static func bareEvent() throws -> EventRecord {
    EventRecord(
      totals: try Show("pilot", "A pilot", from: "2022-05-04T18:00Z", to: nil).totals,
      entry: try Books.entry(43, "add-event", at: "2022-04-11T09:00:00Z"))
  }

  /// Both of these shows.
  static func events() throws -> [Event] {
    [try bareEvent().totals.event, try event().totals.event]
  }

  /// A claim that says where, when, who, and in which words.
  static func claim() throws -> FactRecord<Claim> {
    let claim = try Claim(
      key: ClaimKey("de-dropped"), market: Market.germany.code, platform: "TikTok",
      stage: .dropped, effective: date("2022-H2"), reported: date("2022-07-05"),
      source: "Financial Times", url: "https://example.org/live?a=1&b=2",
      quote: "the market \"just isn’t there yet\"", disputes: ClaimKey("de-planned"))
    return FactRecord(
      fact: claim,
      entry: try Books.entry(
        50, "add-claim", at: "2022-07-06T07:00:00Z", note: "behind a paywall"))
  }

  /// A claim with as little as it may have.
  static func bareClaim() throws -> FactRecord<Claim> {
    let claim = try Claim(
      key: ClaimKey("tiktok-rumour"), market: nil, platform: "tiktok", stage: .rumoured,
      reported: date("2021"), source: "a blog")
    return FactRecord(
      fact: claim, entry: try Books.entry(49, "add-claim", at: "2022-07-05T07:00:00Z"))
  }

  /// Two claims, of which each says that the first one is wrong.
  static func rollout() throws -> Rollout {
    let denial = try Claim(
      key: ClaimKey("tiktok-denial"), market: Market.germany.code, stage: nil,
      reported: date("2022-07-06"), source: "TikTok", disputes: ClaimKey("de-dropped"))
    let start = try Claim(
      key: ClaimKey("de-live"), market: Market.germany.code, platform: "tiktok", stage: .live,
      effective: date("2025-03-31"), reported: date("2025-03"), source: "TikTok",
      disputes: ClaimKey("de-dropped"))
    return Rollout([try claim().fact, denial, start])
  }

  static func survey() throws -> FactRecord<Survey> {
    let survey = try Survey(
      key: SurveyKey("uk-bought"), market: Market.uk.code, kind: .adoption,
      question: "Have you <b>bought</b> in a live show?", date: date("2022-01"),
      until: date("2022-02"), sampleSize: 800,
      answers: SurveyAnswer.list("yes=38; no=741; don’t know=2.6%"), source: "a panel",
      url: "https://example.org/panel")
    return FactRecord(
      fact: survey, entry: try Books.entry(51, "import surveys", at: "2022-03-02T12:30:00Z"))
  }

  static func bareSurvey() throws -> FactRecord<Survey> {
    let survey = try Survey(
      key: SurveyKey("de-heard"), market: Market.germany.code, kind: .awareness,
      date: date("2022"), answers: SurveyAnswer.list("ja=12%"), source: "eine Umfrage")
    return FactRecord(
      fact: survey, entry: try Books.entry(52, "add-survey", at: "2022-03-03T12:30:00Z"))
  }
}

/// What was ever recorded under a key.
enum Histories {
  /// A show that was recorded, sold, amended, taken back, and recorded anew.
  static func event() throws -> [HistoryStep<Event>] {
    let first = try Event(
      key: EventKey("launch"), market: Market.uk.code, platform: "tiktok",
      title: "The \"launch\"", startsAt: instant("2021-12-08T18:00Z"), brands: ["Aurora"],
      creators: [Creator(name: "Amy", role: .host)])
    var amendment = EventAmendment()
    amendment.endsAt = .some(try instant("2021-12-08T19:30Z"))
    amendment.title = "The launch"
    let amended = try amendment.applied(to: first)
    func counts(_ counts: [FactType: Int]) -> Entry.Counts {
      counts.reduce(Entry.Counts()) { $0 + Entry.Counts($1.key, $1.value) }
    }
    return [
      HistoryStep(
        entry: try Books.entry(
          1, "add-event", at: "2021-12-01T09:00:00Z", source: "a press\u{202E} release",
          note: "by telephone"),
        fact: first, counts: counts([.events: 1])),
      HistoryStep(
        entry: try Books.entry(2, "import sales", at: "2021-12-09T09:00:00Z", source: "sales.csv"),
        fact: nil, counts: counts([.sales: 1204, .audienceCounts: 1])),
      HistoryStep(
        entry: try Books.entry(3, "amend-event", at: "2021-12-10T09:00:00Z", voidedBy: 4),
        fact: amended, counts: counts([.amendments: 1])),
      HistoryStep(
        entry: try Books.entry(4, "void", at: "2021-12-11T09:00:00.5Z", note: "it was longer"),
        fact: nil, counts: counts([:])),
      HistoryStep(
        entry: try Books.entry(5, "amend-event", at: "2021-12-12T09:00:00Z"), fact: amended,
        counts: counts([.amendments: 1])),
    ]
  }

  static func claim() throws -> [HistoryStep<Claim>] {
    let claim = try Facts.claim()
    return [
      HistoryStep(entry: claim.entry, fact: claim.fact, counts: Entry.Counts(.claims, 1))
    ]
  }

  static func survey() throws -> [HistoryStep<Survey>] {
    let survey = try Facts.survey()
    return [
      HistoryStep(entry: survey.entry, fact: survey.fact, counts: Entry.Counts(.surveys, 1))
    ]
  }

  /// Two counts of one instant, two observations of a total, and figures that entries changed.
  static func drift() throws -> Drift {
    let show = try SpringShows.mothersDay().event
    let entries = [
      try Books.entry(21, "import events", at: "2022-03-01T10:00:00Z"),
      try Books.entry(22, "import totals", at: "2022-03-10T09:30:00.25Z", voidedBy: 23),
      try Books.entry(24, "import totals", at: "2022-03-12T09:30:00Z"),
    ]
    func total(_ amount: String, at observed: String) throws -> ReportedTotal {
      try ReportedTotal(
        event: show.key, measure: .gmvGross, source: "TikTok LIVE Center",
        observedAt: instant(observed), amount: .money(money(amount)))
    }
    let at = try instant("2022-03-09T19:00Z")
    let history = EventHistory(
      event: show, entries: entries,
      restatedCounts: [
        .init(metric: .concurrent, at: at, count: 702, entry: 22),
        .init(metric: .concurrent, at: at, count: 713, entry: 24),
      ],
      reported: [
        (try total("2998.95", at: "2022-03-10T09:00Z"), 22),
        (try total("2950.15", at: "2022-03-12T09:00Z"), 24),
      ])
    return Drift(
      history: history,
      steps: [
        .init(entry: entries[1], metric: .peakConcurrent, currency: nil, value: .count(702)),
        .init(
          entry: entries[2], metric: .gmvNet, currency: .gbp, value: .money(try money("2820.15"))),
        .init(entry: entries[2], metric: .gmvNet, currency: .eur, value: nil),
      ])
  }
}
