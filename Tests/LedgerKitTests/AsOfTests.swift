import LedgerCore
import LedgerKit
import Synchronization
import Testing

/// By which clock a past state of a book is judged, and what a last day leaves out.
@Suite struct AsOfTests {
  private static func instant(_ text: String) throws -> Instant {
    try TimeFormat.iso8601.instant(text, zone: .utc)
  }

  /// What was recorded on 10 August 2026, on 29 November.
  private func book() throws -> Book {
    let hands = Mutex(try Self.instant("2026-08-10T12:00Z"))
    let book = try Book.inMemory(clock: Clock { hands.withLock { $0 } })
    for (creator, joined) in [("Ann", "2026-04-01"), ("Bob", "2026-05-15"), ("Cat", "2026-06-01")] {
      let membership = MembershipWords(market: "UK", creator: creator, joined: joined)
      _ = try book.ledger.record([book.membership(membership)], as: book.draft("test"))
    }
    _ = try book.record(
      EventWords(
        key: "a", market: "UK", platform: "tiktok", title: "A", starts: "2026-07-15T17:00Z",
        ends: "2026-07-15T18:00Z"), as: book.draft("test"))
    for (period, value) in [("2026-07", "2"), ("2026-08-01..2026-08-15", "1"), ("2026-09", "1")] {
      let target = TargetWords(.market("UK"), metric: "hours_live", period: period, value: value)
      _ = try book.ledger.record(
        [book.target(target)], as: book.draft("test"), onConflict: .refuse)
    }
    for (date, yes) in [("2026-03", "yes=300"), ("2026-07-20", "yes=900")] {
      let survey = SurveyWords(
        market: "UK", kind: "awareness", date: date, sampleSize: 1000, answers: [yes], source: "A")
      _ = try book.ledger.record([book.survey(survey)], as: book.draft("test"))
    }
    let now = try Self.instant("2026-11-29T12:00Z")
    hands.withLock { $0 = now }
    return book
  }

  private func basis(
    _ measure: ReadinessCriterion.Measure, asOf: String? = nil, to: String? = nil
  ) throws -> String? {
    var request = ReadinessRequest(market: "UK")
    request.asOf = asOf
    request.days.to = to
    return try book().readiness(request).findings.first { $0.criterion.measure == measure }?.basis
  }

  @Test(
    arguments: [
      (nil, "2026-11-29T12:00Z"), ("2026-08-20", "2026-08-20T22:59:59.999Z"),
      ("2026-08-20T10:00Z", "2026-08-20T10:00Z"), ("1", "2026-08-10T12:00Z"),
      // What is yet to come is not known either.
      ("2026-12-24", "2026-11-29T12:00Z"),
    ])
  func `a state as of a day or a time is judged by the clock of that day or time`(
    asOf: String?, now: String
  ) throws {
    var request = ReportRequest(market: "UK")
    request.asOf = asOf
    #expect(
      try book().report(request).sections.first?.report.request.now == Self.instant(now))
  }

  @Test func `creators are active on the day as of which it is asked`() throws {
    var request = CreatorRequest(market: "UK")
    #expect(try book().creators(request).through.description == "2026-11-29")
    request.asOf = "2026-08-20"
    #expect(try book().creators(request).through.description == "2026-08-20")
    request.days.to = "2026-05-01"
    #expect(try book().creators(request).active == 1)
  }

  @Test func `creators who joined three months before that day are judged`() throws {
    #expect(try basis(.creatorRetention) == "3 creators")
    #expect(try basis(.creatorRetention, asOf: "2026-08-20") == "2 creators")
    #expect(try basis(.creatorRetention, to: "2026-07-31") == "1 creator")
  }

  @Test func `targets whose period was over by that day are judged`() throws {
    #expect(try basis(.targetAttainment)?.hasPrefix("3 targets") == true)
    #expect(try basis(.targetAttainment, asOf: "2026-08-20")?.hasPrefix("2 targets") == true)
    #expect(try basis(.targetAttainment, asOf: "2026-08-15T22:00Z")?.hasPrefix("1 target ") == true)
    #expect(try basis(.targetAttainment, to: "2026-08-14")?.hasPrefix("1 target ") == true)
  }

  @Test func `the last day limits the surveys that are judged`() throws {
    #expect(try basis(.awareness)?.hasPrefix("2026-07-20") == true)
    #expect(try basis(.awareness, to: "2026-07-19")?.hasPrefix("2026-03") == true)
    #expect(try basis(.awareness, to: "2026-03-15") == "no survey")
  }
}
