import Foundation
import LedgerCore
import LedgerTesting
import Rows
import SQLite
import TestSupport

@testable import BookStorage
@testable import SQLiteStorage

/// A history in which every table gets rows and every question is asked.
enum Scenario {
  /// Records facts of every type, in batches of every size.
  static func record(in ledger: any Ledger) throws {
    let amy = try Creator(name: "Amy", role: .host)
    _ = try ledger.record(
      [event("a", ends: "2021-12-08T19:00Z", brands: ["NYX"], creators: [amy]), event("b")],
      as: draft())
    _ = try ledger.record([event("a", title: "again")], as: draft())
    var counts: [AudienceCount] = []
    for second in 0..<120 {
      let at = try instant("2021-12-08T18:0\(second / 60):\(second % 60 / 10)\(second % 10)Z")
      counts.append(
        try AudienceCount(
          event: EventKey("a"), metric: .concurrent, at: at, count: Int64(second % 7)))
    }
    _ = try ledger.record(counts, as: draft())
    // Before, between and after those that are there, and of an event that is not.
    _ = try ledger.record(
      [
        count(9, at: "2021-12-08T17:00Z"), count(9, at: "2021-12-08T18:00:30.500Z"),
        count(9, at: "2021-12-08T19:00Z"), count(1, of: .uniqueViewers), count(1, event: "z"),
      ], as: draft())
    _ = try ledger.record(
      [
        sale(), sale(line: 2, .refund, quantity: -1, micros: -500_000),
        sale(order: "2", currency: jpy, event: nil, market: germany),
      ], as: draft())
    _ = try ledger.record([sale(line: 3), sale(), sale(quantity: 5)], as: draft())
    let many = try (0..<60).map { try sale(order: "many-\($0)", event: nil, market: uk) }
    _ = try ledger.record(many, as: draft())
    _ = try ledger.record([count(8, at: "2021-12-08T17:00Z")], as: draft(), onConflict: .restate)
    // A file in two parts, and an event, that are taken back.
    var part = try draft()
    part.chunk = Entry.Chunk(first: nil)
    part.chunk = Entry.Chunk(first: try ledger.record([count(4, event: "b")], as: part).entry)
    let second = try ledger.record([sale(order: "2", line: 9, event: "b")], as: part).entry
    _ = try ledger.void(second ?? 0, reason: "another show's", as: draft())
    let gone = try ledger.record([event("gone")], as: draft()).entry
    _ = try ledger.void(gone ?? 0, reason: "it never took place", as: draft())
    _ = try ledger.record(
      [
        ReportedTotal(
          event: EventKey("a"), measure: .gmvGross, source: "export",
          observedAt: instant("2021-12-09T09:00Z"),
          amount: .money(Money(micros: 19_990_000, currency: gbp)))
      ], as: draft())
    // The last one disputes a claim that is not there.
    _ = try ledger.record(
      [claim("plan"), claim("denial", stage: nil, disputes: "plan"), claim("x", disputes: "pla")],
      as: draft())
    _ = try ledger.record([survey("aware")], as: draft())
    _ = try ledger.record([rate()], as: draft(), onConflict: .refuse)
    _ = try ledger.record(
      [target(), target(event: "a", period: nil)], as: draft(), onConflict: .refuse)
    _ = try ledger.record([membership()], as: draft())
    let end = try ledger.record([membership(left: "2022-03-01")], as: draft()).entry
    _ = try ledger.void(end ?? 0, reason: "she stayed", as: draft())
    var amendment = EventAmendment()
    amendment.title = "A"
    var noted = try draft()
    noted.note = "as the host asked"
    noted.author = "Ada"
    _ = try ledger.amend(EventKey("a"), amendment, as: noted)
    _ = try ledger.record(
      [setting("credit", "window:24h"), setting("currency", "EUR"), setting("zone.UK", "UTC")],
      as: draft())
    _ = try ledger.record(
      [
        coverage(platform: "tiktok", source: "shop", creator: "Amy", citation: "the shop"),
        coverage(),
      ],
      as: draft())
    _ = try ledger.record([event("twin"), event("later")], as: draft(), onConflict: .refuse)
    _ = try ledger.record([sameShow("a", "twin", citation: "the host")], as: draft())
    _ = try ledger.record(
      [
        credit("a", order: "nobody's", line: 2, seen: "2021-12-09T09:00Z", citation: "the export"),
        credit("twin", order: "another"), credit("nowhere"), credit("a", order: "1"),
        credit(nil, order: "2", channel: .live, creator: "Amy"),
      ], as: draft())
    _ = try ledger.record(
      [
        mark(), mark("a", .host, nil, creator: "Amy", until: "2021-12-08T17:30Z"),
        mark("b", .offer, "20 % off"),
      ], as: draft())
    _ = try ledger.record(
      [
        alias("Mia", as: "Mia Glow", citation: "her profile"), alias("nyx", as: "NYX", .brand),
        alias("SKU-1", as: "lipstick", .product),
      ], as: draft())
  }

  /// Forgets somebody, as whom nothing else is named.
  static func forgetSomebody(in ledger: any Ledger) throws {
    _ = try ledger.record([membership("Zoe", in: germany)], as: draft())
    // A creator is no author.
    _ = try? ledger.forget(.author("Zoe"), as: draft())
    _ = try ledger.forget(.creator("Zoe"), as: draft())
    _ = try? ledger.forget(.creator("Zo"), as: draft())
    _ = try? ledger.forget(.creator("forgotten 12345678"), as: draft())
    _ = try? ledger.forget(.note(ofEntry: 1), as: draft())
    _ = try ledger.together(
      { try ledger.forget(.note(ofEntry: 21), as: draft()) }, isKept: { _ in false })
  }

  /// Saves a question, which only a book that answers SQL keeps.
  static func saveQuestion(in ledger: SQLiteLedger) throws {
    let question = try SavedQuery(
      name: "sold", statement: "SELECT * FROM sales WHERE market = :market",
      parameters: [.init(name: "market", value: "UK")])
    _ = try ledger.record(question, as: draft())
    _ = try ledger.accept(.foreignCurrency, of: nil, reason: "tourists", as: draft())
  }

  /// How many entries these are, with those of ``saveQuestion(in:)`` and of
  /// ``forgetSomebody(in:)``.
  static let entries: Int64 = 32

  /// Asks everything that can be asked.
  static func ask(_ ledger: any Ledger) throws {
    _ = try ledger.reference()
    _ = try ledger.entries(limit: 5)
    _ = try ledger.event(EventKey("a"))
    _ = try? ledger.event(EventKey("z"))
    _ = try ledger.events(in: uk, during: .always, limit: 5)
    _ = try ledger.events(in: nil, during: .always, limit: nil)
    _ = try ledger.totals(of: uk, during: range("2021-12-08T00:00Z", "2021-12-09T00:00Z"))
    _ = try ledger.totals(of: uk, during: .always, asOf: try ledger.lastEntry(at: .latest))
    _ = try ledger.markets()
    _ = try ledger.currencies()
    _ = try ledger.eventNames(asOf: nil)
    _ = try ledger.history(of: EventKey("a"))
    _ = try ledger.steps(ofEvent: EventKey("a"))
    _ = try ledger.steps(ofClaim: ClaimKey("plan"))
    _ = try ledger.steps(ofSurvey: SurveyKey("aware"))
    _ = try ledger.totals(
      TotalsRequest(
        market: uk, period: .always, sales: .eventQuarters, products: true, bases: true))
    _ = try ledger.totals(TotalsRequest(market: uk, period: .always, channels: true))
    // As recorded, so that the stored totals by product answer.
    _ = try ledger.totals(
      TotalsRequest(
        market: uk, period: .always, sales: .eventQuarters, products: true, bases: true,
        isAsRecorded: true))
    _ = try ledger.claims(in: germany, asOf: 5)
    _ = try ledger.claims(in: nil, asOf: nil)
    _ = try ledger.surveys(in: uk, asOf: nil)
    _ = try ledger.surveys(in: nil, asOf: 5)
    let day = CalendarDay.earliest...CalendarDay.latest
    _ = try ledger.rates(between: nil, on: day, asOf: nil)
    _ = try ledger.exchangeRates(between: [gbp], on: day)
    _ = try ledger.targets(in: uk, asOf: nil)
    _ = try ledger.targets(in: nil, asOf: nil)
    _ = try ledger.memberships(in: uk, asOf: nil)
    _ = try ledger.settings(asOf: nil)
    _ = try ledger.coverages(in: uk, asOf: nil)
    _ = try ledger.coverages(in: nil, asOf: nil)
    _ = try ledger.credits(CreditFilter(), limit: nil, asOf: nil)
    _ = try ledger.creditCounts(CreditFilter(event: EventKey("a")), asOf: nil)
    _ = try ledger.sameShows(asOf: nil)
    _ = try ledger.marks(MarkFilter(), asOf: nil)
    _ = try ledger.marks(MarkFilter(event: EventKey("a"), market: uk, kind: .host), asOf: nil)
    _ = try ledger.soldLines(in: uk, of: [EventKey("a")], asOf: nil)
    _ = try ledger.aliases(asOf: nil)
    _ = try ledger.sourceOrders(in: uk, during: .always, asOf: nil)
    _ = try ledger.facts(ofEntries: [2, 4])
  }

  /// A closed book with the scenario's facts.
  static func bookFile() throws -> String {
    let path = try Scratch.newPath()
    try FileManager.default.copyItem(atPath: original.get(), toPath: path)
    return path
  }

  private static let original = Result {
    let path = try Scratch.newPath()
    let ledger = try SQLiteLedger.make(at: path)
    try record(in: ledger)
    try saveQuestion(in: ledger)
    try forgetSomebody(in: ledger)
    try ledger.close()
    return path
  }
}

extension Connection {
  /// Makes the digests anew that were deleted, all by the recipe of new entries.
  func remakeDigests() throws {
    let session = SQLiteSession(self)
    for (index, digest) in try Chain(session: session).digests(lastOfRecipe1: 0).enumerated() {
      try DigestTable(session: session).insert(digest, of: Int64(index + 1))
    }
  }

  /// All rows of a question.
  func all(_ sql: String) throws(StorageError) -> [[Value]] {
    var statement = try uncachedStatement(sql)
    return try statement.rows { row throws(StorageError) in
      var values: [Value] = []
      for column in 0..<row.columnCount { values.append(try row.value(column)) }
      return values
    }
  }

  /// The first column of a question, which is text.
  func texts(_ sql: String) throws(StorageError) -> [String] {
    var statement = try uncachedStatement(sql)
    return try statement.rows { row throws(StorageError) in try row.text(0) }
  }

  /// The error of statements, which are expected to fail.
  func error(of sql: String) -> StorageError? {
    do throws(StorageError) {
      try execute(sql)
      return nil
    } catch {
      return error
    }
  }
}
