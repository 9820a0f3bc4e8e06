import LedgerCore
import SQLiteStorage
import Testing

/// Claims, surveys, memberships, targets and accepted findings in the random histories.
extension HistoryTests {
  /// Records a batch of a type in the book and in the model; returns its entry.
  func recordProgramme(
    _ type: String, _ ledger: any Ledger, _ model: inout ModelBook,
    _ random: inout SeededGenerator, _ draft: Entry.Draft, _ step: String
  ) throws -> Int64? {
    let size = Int(random.number(0...6))
    switch type {
    case "claims":
      let facts = try (0..<size).map { _ in try randomClaim(&random) }
      let recording = try ledger.record(facts, as: draft)
      #expect(recording.outcomes.map(\.fate) == model.record(facts, as: draft), "\(step)")
      return recording.entry
    case "surveys":
      let facts = try (0..<size).map { _ in try randomSurvey(&random) }
      let recording = try ledger.record(facts, as: draft)
      #expect(recording.outcomes.map(\.fate) == model.record(facts, as: draft), "\(step)")
      return recording.entry
    case "memberships":
      let facts = try (0..<size).map { _ in try randomMembership(&random) }
      let recording = try ledger.record(facts, as: draft)
      #expect(recording.outcomes.map(\.fate) == model.record(facts, as: draft), "\(step)")
      return recording.entry
    case "targets":
      let facts = try (0..<size).map { _ in try randomTarget(&random) }
      let rule = random.pick([ConflictRule.refuse, .restate])
      let recording = try ledger.record(facts, as: draft, onConflict: rule)
      let fates = model.record(facts, as: draft, onConflict: rule)
      #expect(recording.outcomes.map(\.fate) == fates, "\(step)")
      return recording.entry
    default:
      return try acceptFindings(ledger, &model, &random, draft, step)
    }
  }

  private func acceptFindings(
    _ ledger: any Ledger, _ model: inout ModelBook, _ random: inout SeededGenerator,
    _ draft: Entry.Draft, _ step: String
  ) throws -> Int64? {
    let book = try #require(ledger as? SQLiteLedger)
    let keys = random.chance(50) ? nil : [try EventKey(random.pick(["a", "b", "c", "d"]))]
    var draft = draft
    draft.chunk = nil
    var record: AcceptanceRecord?
    do throws(LedgerError) {
      record = try book.accept(
        .noEnd, of: keys?.map(\.description), reason: "nobody knows", as: draft)
    } catch {
      guard case .unknownFinding = error else { throw error }
    }
    let accepted = model.accept(keys, as: draft)
    #expect(record?.accepted.map(\.subject) == accepted?.map(\.description), "\(step)")
    return record?.entry
  }

  func compareFindings(
    _ ledger: any Ledger, _ model: ModelBook, _ step: String
  ) throws {
    let result = try #require(ledger as? SQLiteLedger).verify(VerificationPlan())
    #expect(result.flaws == [], "\(step)")
    let found = result.findings.filter { $0.rule == .noEnd }.map { ($0.subject, $0.acceptedBy) }
    #expect(
      Dictionary(uniqueKeysWithValues: found)
        == Dictionary(
          uniqueKeysWithValues: model.eventsWithoutEnd.map { ($0.key.description, $0.value) }),
      "\(step)")
  }

  /// What was known when an entry was the last of the rollout, from surveys, and of targets.
  func compareRollout(
    _ ledger: any Ledger, _ model: ModelBook, asOf entry: Int64?,
    _ random: inout SeededGenerator, _ step: String
  ) throws {
    for market in [uk, germany, nil] {
      #expect(
        try ledger.claims(in: market, asOf: entry) == model.claims(in: market, asOf: entry),
        "\(step)")
      #expect(
        try ledger.surveys(in: market, asOf: entry) == model.surveys(in: market, asOf: entry),
        "\(step)")
      #expect(
        try ledger.targets(in: market, asOf: entry) == model.targets(in: market, asOf: entry),
        "\(step)")
    }
    let day = try randomDate(&random)
    let rollout = try Rollout(ledger.claims(in: nil, asOf: entry), reportedBy: day)
    let known = model.claims(in: nil, asOf: entry).filter { $0.reported.lastDay <= day.lastDay }
    #expect(rollout.history.map(\.claim) == known, "\(step)")
    for line in rollout.history {
      #expect(line.disputedBy == known.filter { $0.disputes == line.claim.key }, "\(step)")
    }
    let staged = known.filter { $0.stage != nil }
    let latest = staged.filter { claim in
      staged.last { $0.market == claim.market && $0.platform == claim.platform } == claim
    }
    let keys = Set(latest.map(\.key))
    #expect(Set(rollout.latest.map(\.claim.key)) == keys, "\(step)")
    #expect(rollout.latest.count == keys.count, "\(step)")
    let disputed = rollout.conflicts.filter { $0.reason == .disputed }
    #expect(
      Set(disputed.map { [$0.claim.key, $0.other.key] })
        == Set(
          known.flatMap { claim in
            known.filter { claim.disputes == $0.key }.map { [$0.key, claim.key] }
          }), "\(step)")
  }

  /// Who were members of a market when an entry was the last, and what is said of them.
  func compareCreators(
    _ ledger: any Ledger, _ model: ModelBook, of code: Market.Code, asOf entry: Int64?,
    _ random: inout SeededGenerator, _ step: String
  ) throws {
    let memberships = try ledger.memberships(in: code, asOf: entry)
    let all = model.memberships(in: code, asOf: entry)
    #expect(memberships == all, "\(step)")

    let (from, day) = (try randomDate(&random).firstDay, try randomDate(&random).lastDay)
    let events = try ledger.totals(of: code, during: .always, asOf: entry).events
    let report = CreatorReport(
      market: Market(code: code, isoCode: "", name: "", currency: gbp, timeZone: nil),
      period: try ReportPeriod(from: from, to: nil, zone: .utc), through: day,
      memberships: memberships, events: events, limit: nil)
    func isAsked(_ other: CalendarDay?) -> Bool { other.map { from <= $0 && $0 <= day } ?? false }
    let joined = all.filter { $0.joined <= day }
    let active = joined.filter { $0.left.map { day < $0 } ?? true }
    #expect(report.active == Set(active.map(\.creator)).count, "\(step)")
    #expect(report.joined == joined.count { isAsked($0.joined) }, "\(step)")
    #expect(report.left == joined.count { isAsked($0.left) }, "\(step)")

    let shows = model.facts(asOf: entry).events.filter { $0.market == code }
    let names = Set(shows.flatMap(\.creators).map(\.name))
    #expect(
      report.strangers == names.subtracting(joined.map(\.creator)).sorted(), "\(step)")
    #expect(Set(report.lines.map(\.creator)) == names, "\(step)")
    for line in report.lines {
      let own = shows.filter { $0.creators.map(\.name).contains(line.creator) }
      #expect(line.events == Set(own.map(\.key)), "\(step)")
    }
  }

  // Few keys and dates, so that much is repeated and much conflicts.

  private func randomDate(_ random: inout SeededGenerator) throws -> PartialDate {
    try checkedDate(
      random.pick(["2021", "2021-12-01", "2022-02", "2022-Q1", "2022-05-01", "2022-H1", "2022"]),
      field: "x")
  }

  private func randomClaim(_ random: inout SeededGenerator) throws -> Claim {
    let key = random.pick(["p", "q", "r", "s"])
    let disputed = random.pick(["p", "q", "r", "s"].filter { $0 != key } + ["t"])
    let disputes = random.chance(40) ? disputed : nil
    let stage = disputes != nil && random.chance(50) ? nil : random.pick(Claim.Stage.allCases)
    let market = random.pick([uk, germany, germany, nil])
    return try claim(
      key, in: market, platform: market == nil || random.chance(30) ? "tiktok" : nil, stage: stage,
      effective: stage != nil && random.chance(50) ? randomDate(&random).description : nil,
      reported: randomDate(&random).description, disputes: disputes)
  }

  private func randomSurvey(_ random: inout SeededGenerator) throws -> Survey {
    try survey(
      random.pick(["u", "v", "w"]), in: random.pick([uk, germany]),
      random.pick([.awareness, .adoption]), date: random.pick(["2022", "2022-05", "2022-06-01"]),
      until: random.chance(30) ? "2023-01" : nil,
      answers: random.pick(["yes=1; no=2", "no=2; yes=1", "yes=24.5%"]))
  }

  private func randomMembership(_ random: inout SeededGenerator) throws -> Membership {
    let joined = random.pick(["2021-12-01", "2022-02-01", "2022-05-01"])
    let left = random.pick([nil, "2022-02-01", "2022-03-01"])
      .flatMap { $0 < joined ? nil : $0 }
    return try membership(
      random.pick(["Amy", "Amy", "Bob"]), joined: joined, left: left,
      reason: left != nil && random.chance(50) ? "sales" : nil,
      platform: random.chance(30) ? "tiktok" : nil, in: random.pick([uk, uk, germany]))
  }

  private func randomTarget(_ random: inout SeededGenerator) throws -> Target {
    let event = random.chance(50) ? random.pick(["a", "b", "c", "d"]) : nil
    let isMoney = random.chance(50)
    return try target(
      Int128(random.number(0...2)), isMoney ? "gmv_net" : "orders", event: event,
      in: random.pick([uk, germany]),
      period: random.pick(["2022", "2022-H1", event == nil ? "2022" : nil]),
      currency: isMoney ? gbp : nil)
  }
}
