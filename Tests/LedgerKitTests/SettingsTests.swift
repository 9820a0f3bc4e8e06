import Foundation
import LedgerCore
import LedgerImport
import LedgerKit
import Testing

/// The settings of a book, as an outside program uses them.
@Suite struct SettingsTests {
  private let book: Book

  init() throws { book = try Book.inMemory() }

  private func set(_ name: String, _ value: String) throws {
    _ = try book.set(name, to: value, as: book.draft("test"))
  }

  private func request(_ change: (inout ReportRequest) -> Void = { _ in }) throws -> [String] {
    var request = ReportRequest(market: "US")
    change(&request)
    let report = try book.report(request)
    return try #require(report.sections.first).report.request.settings.map(\.remark)
  }

  @Test func `a name is of a market by any of its names, and a value as it is recorded`() throws {
    let (setting, recording) = try book.set("zone.gb", to: "UTC", as: book.draft("test"))
    #expect(setting.name == .zone(Market.Code("UK")))
    #expect(recording.outcomes == [.recorded])
    #expect(try book.set("Currency", to: "eur", as: book.draft("test")).fact.value == "EUR")
    #expect(try book.settings().map(\.setting.name.description) == ["currency", "zone.UK"])
    #expect(try book.settings(asOf: "1").map(\.setting) == [setting])
    _ = try book.unset("zone.UK", as: book.draft("test"))
    #expect(try book.settings().map(\.setting.name) == [.currency])
    #expect(try book.settingVersions().map(\.setting.value) == ["UTC", "EUR", nil])
  }

  @Test(arguments: [
    ("crdit", "window:1h", "setting"), ("zone", "UTC", "setting"), ("credit.US", "x", "setting"),
    ("zone.QQ", "UTC", "market"), ("zone.US", "Mars/Olympus", "time zone"),
    ("currency", "GPB", "currency"), ("credit", "1h", "setting credit"),
    ("credit", "window:1h,creator=Amy", "setting credit"), ("policy", "", "setting policy"),
  ])
  func `a wrong word is refused and named`(name: String, value: String, field: String) throws {
    let error = #expect(throws: LedgerError.self) { try set(name, value) }
    #expect(error?.subject?.field == field)
    #expect(try book.ledger.entries(limit: nil).isEmpty)
  }

  @Test func `what is not set cannot be taken back`() throws {
    #expect(throws: LedgerError.unknownName(.setting, "credit", near: [])) {
      try book.unset("credit", as: book.draft("test"))
    }
  }

  @Test func `a report uses the settings of its state unless a word says otherwise`() throws {
    try set("credit", "window:24h")
    try set("currency", "EUR")
    try set("zone.US", "America/Los_Angeles")
    let (zone, credit, currency) = (
      "zone.US is America/Los_Angeles by the book's setting (entry 3)",
      "credit is window:24h by the book's setting (entry 1)",
      "currency is EUR by the book's setting (entry 2)"
    )
    #expect(try request() == [zone, credit, currency])
    #expect(try request { $0.asOf = "1" } == [credit])
    #expect(try request { $0.grouping = .product } == [zone, credit])
    #expect(try request { $0.days.zone = "UTC" } == [credit, currency])
    #expect(
      try request {
        $0.credit = ReportRequest.noRule
        $0.currency = "GBP"
      } == [zone])
    var kept = ReportRequest(market: "US")
    kept.currency = ReportRequest.noRule
    kept.grouping = .product
    #expect(kept.contradiction == nil)
    #expect(try book.report(kept).sections.first?.report.request.currency == nil)
  }

  @Test func `a local time is of the zone of its market, if that is set or certain`() throws {
    var words = EventWords(
      market: "UK", platform: "tiktok", title: "B", starts: "2021-07-08T20:00")
    #expect(
      try book.record(words, as: book.draft("test")).fact.startsAt.description
        == "2021-07-08T19:00:00Z")
    #expect(book.marketZoneRemark?.hasSuffix(": UK Europe/London") == true)
    words = EventWords(market: "US", platform: "tiktok", title: "A", starts: "2021-12-08T20:00")
    let refusal = #expect(throws: LedgerError.self) {
      try book.record(words, as: book.draft("test"))
    }
    #expect(refusal?.subject?.field == "starts")
    try set("zone.US", "America/Los_Angeles")
    let event = try book.record(words, as: book.draft("test")).fact
    #expect(event.startsAt.description == "2021-12-09T04:00:00Z")
    #expect(event.key.description == "a-2021-12-08")
    #expect(book.usedSettings.map(\.entry) == [2])
    let count = try book.audienceCount(
      AudienceWords(
        event: "a-2021-12-08", metric: "views", at: "2021-12-08T20:30", zone: "UTC", count: 1))
    #expect(count.at.description == "2021-12-08T20:30:00Z")
    var amendment = AmendmentWords()
    amendment.ends = .at("2021-12-08T21:00")
    #expect(throws: LedgerError.self) { try book.amendment(amendment) }
    let ends = try book.amendment(amendment, of: event.key).endsAt
    #expect(ends??.description == "2021-12-09T05:00:00Z")
  }

  /// US has no certain zone, and the show of the last count is not in the book.
  @Test func `a local time in a file is read by the clocks of its market, where they are certain`()
    throws
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func load(_ text: String) throws -> (summary: ImportSummary, remark: String?) {
      let file = folder.appending(path: "a.csv").path()
      try Data(text.utf8).write(to: URL(filePath: file))
      let summary = try book.importFile(file, ImportRequest())
      return (summary, book.marketZoneRemark)
    }
    let stated = try load(
      "event,market,platform,title,starts_at\nz,IT,tiktok,Z,2022-06-01T20:00Z\n")
    #expect(stated.remark == nil)
    let shows = try load(
      """
      event,market,platform,title,starts_at
      a,UK,tiktok,A,2022-06-01T20:00
      b,ES,tiktok,B,2022-06-01T20:00
      c,US,tiktok,C,2022-06-01T20:00
      """)
    #expect(shows.summary.recorded == 2)
    #expect(shows.summary.rejected == 1)
    #expect(
      shows.remark
        == "times without a zone were read by the clocks of their market: ES Europe/Madrid, "
        + "UK Europe/London")
    let counts = try load(
      """
      event,at,metric,count
      a,2022-06-01T20:10,views,12
      z,2022-06-01T20:10,views,12
      c,2022-06-01T20:10,views,12
      """)
    #expect(counts.summary.recorded == 2)
    #expect(counts.summary.rejected == 1)
    let starts = try book.ledger.events(in: nil, during: .always, limit: nil)
      .sorted { "\($0.key)" < "\($1.key)" }.map(\.startsAt.description)
    #expect(starts == ["2022-06-01T19:00:00Z", "2022-06-01T18:00:00Z", "2022-06-01T20:00:00Z"])
    let again = try load("event,at,metric,count\nz,2022-06-01T18:10:00Z,views,12\n")
    #expect(again.summary.alreadyRecorded == 1)
  }

  @Test func `a policy's file is beside the book`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let book = try Book.make(at: folder.appending(path: "a.db").path())
    let set = { try book.set("policy", to: "own.toml", as: book.draft("test")) }
    #expect(throws: LedgerError.self) { try set() }
    let policy = """
      name = "own"
      version = 3
      currency = "GBP"
      last_shows = 5

      [audience]
      pass = 10
      """
    try Data(policy.utf8).write(to: folder.appending(path: "own.toml"))
    _ = try set()
    let readiness = try book.readiness(ReadinessRequest(market: "UK"))
    #expect(readiness.policy.name == "own")
    #expect(readiness.settings.map(\.setting.value) == ["own.toml"])
    var request = ReadinessRequest(market: "UK")
    request.policy = .standard
    #expect(try book.readiness(request).settings.isEmpty)
    request.policy = .setting
    request.asOf = "0"
    #expect(try book.readiness(request).policy.name == "default")
  }
}
