import BookStorage
import Foundation
import LedgerCore
import LedgerImport
import LedgerKit
import SQLiteStorage

@testable import ledger

extension ErrorExample where Value == LedgerError {
  static func all() throws -> [ErrorExample] {
    let book = try ErrorBook()
    let provoked =
      try wrong(book) + absent(book) + contradictions(book) + conflicts(book)
      + files(book)
    let text = "disk I/O error"
    let path = book.path
    return provoked.map { ErrorExample(value: $0) }
      + [
        .conflict(
          fact: "query \"best\"", given: "statement \"SELECT 1\"",
          recorded: "statement \"SELECT 2\"", remedy: .newVersion),
        .notAsRecorded(
          Verification.Flaw(
            .digests, entry: 3, table: "sale", row: "order_number \"1001\"", reason: "was changed"),
          others: 2),
        .olderBook(path: path, version: 12, supported: 34),
        .notStill(path: path, reason: "a part of it is still in \"ledger.db-wal\""),
        .readOnly(path: path), .diskFull(path: path), .noRoom(path: path), .unsynced(path: path),
        .notMerged(path: path, detail: text), .storage(text),
      ].map { ErrorExample(value: $0, isConstructed: true) }
  }

  private static func wrong(_ book: ErrorBook) throws -> [LedgerError] {
    let (first, last) = (CalendarDay.earliest, CalendarDay.latest)
    return [
      try thrown { _ = try CreditRule("24h") },
      try thrown {
        _ = try AudienceCount(
          event: EventKey("on-trend"), metric: .views, at: .earliest, count: -1)
      },
      try book.failure(
        of: AddEventCommand.self, "--event", "x", "--market", "US", "--platform", "tiktok",
        "--title", "X", "--starts", "2021-12-08T17:00"),
      try thrown { _ = try ReportPeriod(from: last, to: first, zone: .utc) },
      try thrown {
        _ = try ComparedPeriod.previous.period(
          for: ReportPeriod(from: first, to: nil, zone: .utc))
      },
      try thrown { _ = try book.reference.market("GER") },
      try thrown { _ = try book.reference.currency("GPB") },
      try thrown { _ = try Metric(name: "viewers") },
      try thrown { _ = try ReportMetric(name: "gmv") },
    ]
  }

  private static func absent(_ book: ErrorBook) throws -> [LedgerError] {
    let names = try book.ledger.eventNames(asOf: nil)
    let claim = try Claim(
      market: Market.Code("DE"), stage: .planned, reported: checkedDate("2022", field: "reported"),
      source: "FT", disputes: ClaimKey("plan"))
    return [
      try thrown { _ = try book.ledger.event(EventKey("on-trand")) },
      try thrown { _ = try book.ledger.void(9, reason: "wrong", as: book.draft) },
      try thrown { try names.check(brands: ["Nutribullet"]) },
      try thrown { try names.check(creators: ["Ami"]) },
      try thrown { try names.check(platforms: ["tictok"]) },
      try thrown { try book.ledger.checkNames(EventFilter(brands: ["Nutri Bullet"]), asOf: 0) },
      try thrown { _ = try Messages.show(book.ledger.record([claim], as: book.draft), of: claim) },
      try thrown { _ = try book.ledger.savedQuery("show") },
      try thrown { _ = try Book.schema(of: "event_sumary") },
      try thrown { _ = try Book.inMemory().version(7, ofQuery: "months") },
      try book.failure(of: SurveysCommand.self, "--kind", "awarness"),
      try book.failure(of: SetCommand.self, "credit", "--unset"),
      try book.failure(of: LogCommand.self, "--author", "Mia Do"),
      try thrown {
        _ = try book.ledger.accept(.noEnd, of: ["on-trend"], reason: "x", as: book.draft)
      },
      try book.failure(
        of: EndMembershipCommand.self, "--market", "UK", "--creator", "Amy", "--left", "2022-03-01"),
    ]
  }

  private static func contradictions(_ book: ErrorBook) throws -> [LedgerError] {
    func join(_ day: String, on platform: String? = nil) throws {
      let membership = try Membership(
        market: Market.Code("UK"), creator: "Amy", platform: platform,
        joined: CalendarDay(day) ?? .earliest)
      let recording = try book.ledger.record([membership], as: book.draft)
      if recording.outcomes != [.recorded] { _ = try Messages.show(recording, of: membership) }
    }
    try join("2021-12-01")
    let overlapping: LedgerError = try thrown { try join("2022-01-01") }
    try join("2021-12-01", on: "tiktok")
    _ = try book.ledger.void(2, reason: "wrong", as: book.draft)
    let most = "10000000000"
    try book.load(
      "event,metric,at,count\non-trend,views,2021-12-08T17:20:00Z,\(most)\n", as: .audience)
    _ = try book.ledger.record(
      [Alias(kind: .brand, name: "nyx", canonical: "NYX")], as: book.draft)
    return [
      overlapping,
      try book.failure(
        of: AddSaleCommand.self, "--event", "on-trend", "--market", "DE", "--order", "3", "--line",
        "1",
        "--product", "P", "--quantity", "1", "--amount", "5", "--currency", "GBP", "--at",
        "2021-12-08T17:00Z"),
      try book.failure(
        of: AmendEventCommand.self, "--event", "on-trend", "--ends", "2021-12-08T16:00Z",
        "--reason", "x"),
      try book.failure(
        of: EndMembershipCommand.self, "--market", "UK", "--creator", "Amy", "--left", "2022-03-01"),
      try thrown { _ = try book.ledger.void(2, reason: "wrong", as: book.draft) },
      try thrown { _ = try book.ledger.retireQuery("months", as: book.draft) },
      try thrown {
        _ = try QueryParameter.values(
          [QueryParameter("since=tomorrow")].compactMap(\.self),
          declared: [SavedQuery.Parameter(name: "since", type: "day")])
      },
      try book.failure(
        of: AddAudienceCommand.self, "--event", "on-trend", "--metric", "views", "--at",
        "2021-12-28T18:20:00Z", "--count", most),
      try book.failure(of: AddAliasCommand.self, "brand", "NYX", "--as", "N"),
      try book.failure(of: AddAliasCommand.self, "brand", "nyx", "--as", "N"),
    ]
  }
}
