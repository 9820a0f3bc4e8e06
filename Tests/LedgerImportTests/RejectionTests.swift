import LedgerCore
import LedgerImport
import Testing

struct RejectionTests {
  private let desk = Desk()
  private let header = "order,line,product,quantity,amount,currency,at,market\n"

  /// What is said of one row of sales.
  private func said(_ row: String) throws -> String? {
    try desk.load(header + row + "\n", as: .sales, file: "sales.csv")
    return desk.said.first
  }

  @Test(arguments: [
    (
      "1,1,x,abc,2,GBP,2021-12-08T17:00:00Z,UK",
      #"column "quantity", value "abc": is not a number written like 1234.56"#
    ),
    (
      "1,1,x,,2,GBP,2021-12-08T17:00:00Z,UK",
      #"column "quantity", value "": is empty: a sale has all of its numbers"#
    ),
    (
      "1,1,x,1,2.0000001,GBP,2021-12-08T17:00:00Z,UK",
      #"column "amount", value "2.0000001": has more than six decimals"#
    ),
    (
      "1,1,x,-1,2,GBP,2021-12-08T17:00:00Z,UK",
      #"column "quantity", value "-1": a sale moves 0 or more units"#
    ),
    (
      "1,1,x,1,2,GPB,2021-12-08T17:00:00Z,UK",
      #"column "currency", value "GPB": is not one of ISO 4217 (did you mean GBP?)"#
    ),
    (
      "1,1,x,1,2,GBP,2021-12-08T17:00:00,UK",
      #"column "at", value "2021-12-08T17:00:00": has no zone: "#
        + "add Z or an offset such as +00:00, or state its zone"
    ),
    (
      "1,1,x,1,2,GBP,yesterday,UK",
      #"column "at", value "yesterday": is not a time: write it as 2021-12-08T17:00:00Z"#
    ),
    ("1,1,x,1,2,GBP", "too short: 6 fields, while the header has 8"),
    (
      "1,1,x,1,2,GBP,2021-12-08T17:00:00Z,",
      #"column "market", value "": is missing: a sale names an event or a market"#
    ),
  ])
  func `a bad row is rejected with its line, column, value and reason`(
    _ row: String, _ reason: String
  ) throws {
    #expect(try said(row) == "sales.csv:2: " + reason)
    #expect(desk.rejections.first?.rawRecord == Array(row.utf8))
    #expect(desk.ledger.sales.isEmpty)
  }

  @Test func `the good rows around a bad one are recorded`() throws {
    let text = """
      \(header)1,1,x,1,2,GBP,2021-12-08T17:00:00Z,UK
      1,2,x,one,2,GBP,2021-12-08T17:00:00Z,UK
      1,3,x,1,2,GBP,2021-12-08T17:00:00Z,UK

      """
    let summary = try desk.load(text, as: .sales)
    #expect(summary.rows == 3)
    #expect(summary.recorded == 2)
    #expect(summary.rejected == 1)
    #expect(desk.rejections.map(\.line) == [3])
  }

  @Test func `what the ledger refuses is told among what cannot be read, in the order of lines`()
    throws
  {
    try desk.addShow()
    let text = """
      event,at,metric,count
      on-trend,2021-12-08T17:00:00Z,concurrent,1
      nowhere,2021-12-08T17:00:00Z,concurrent,1
      on-trend,2021-12-08T17:00:00Z,crowd,1
      on-trend,2021-12-08T17:00:00Z,concurrent,2
      on-trend,never,concurrent,1

      """
    let summary = try desk.load(text, as: .audience)
    #expect(summary.recorded == 1)
    #expect(desk.rejections.map(\.line) == [3, 4, 5, 6])
    #expect(desk.rejections.map(\.column) == ["event", "metric", "count", "at"])
  }

  @Test(arguments: [("one", 4), ("1", 32_001)])
  func `a file of which too much is rejected is left, whoever rejects it`(
    count: String, line: Int
  ) throws {
    // No such event: the ledger says so of all rows of a chunk at once.
    let row = "1,1,x,\(count),2,GBP,2021-12-08T17:00:00Z,nowhere\n"
    let text =
      "order,line,product,quantity,amount,currency,at,event\n"
      + String(repeating: row, count: 32_002)
    do {
      _ = try desk.load(text, as: .sales, rejectionLimit: 2)
      Issue.record("it was read to its end")
    } catch {
      #expect(error.reason == .tooManyRejections(line: line))
      #expect(error.summary.rejected == Int64(line - 1))
    }
  }

  @Test func `a file loaded twice records nothing the second time`() throws {
    let text = header + "1,1,x,1,2,GBP,2021-12-08T17:00:00Z,UK\n"
    #expect(try desk.load(text, as: .sales).entries == 1...1)
    let again = try desk.load(text, as: .sales)
    #expect(again.recorded == 0)
    #expect(again.alreadyRecorded == 1)
    #expect(again.entries == nil)
  }

  @Test func `a key with another value is rejected with both values`() throws {
    try desk.load(header + "1,1,x,1,2,GBP,2021-12-08T17:00:00Z,UK\n", as: .sales)
    let row = "1,1,x,1,3,GBP,2021-12-08T17:00:00Z,UK"
    try desk.load(header + row + "\n", as: .sales)
    let rejection = try #require(desk.rejections.first)
    #expect(rejection.line == 2)
    #expect(rejection.column == "amount")
    #expect(rejection.description.contains("recorded amount 2.00 GBP; given amount 3.00 GBP"))
    #expect(rejection.rawRecord == Array(row.utf8))
  }

  @Test func `a count with another value is restated where that is asked for`() throws {
    try desk.addShow()
    let header = "event,at,metric,count\n"
    try desk.load(header + "on-trend,2021-12-08T17:00:00Z,concurrent,1\n", as: .audience)
    let other = header + "on-trend,2021-12-08T17:00:00Z,concurrent,2\n"
    let refused = try desk.load(other, as: .audience)
    #expect(refused.rejected == 1)
    #expect(desk.rejections.map(\.column) == ["count"])
    #expect(desk.rejections.map(\.value) == ["2"])
    let restated = try desk.load(other, as: .audience, onConflict: .restate)
    #expect(restated.restated == 1)
    #expect(restated.rejected == 0)
  }

  @Test func `an event that the ledger does not have is named at its column`() throws {
    try desk.load(
      "event,at,metric,count\nnowhere,2021-12-08T17:00:00Z,concurrent,1\n", as: .audience)
    #expect(
      desk.said == [
        """
        a.csv:2: column "event", value "nowhere": is not in the book; it holds no \
        events yet
        """
      ])
  }

  @Test func `an event key that is none and a metric that is none are rejected`() throws {
    try desk.addShow()
    let text = """
      event,at,metric,count
      on trend,2021-12-08T17:00:00Z,concurrent,1
      on-trend,2021-12-08T17:00:00Z,crowd,1
      on-trend,2021-12-08T17:00:00Z,concurrent,-1
      on-trend,2021-12-08T17:00:00Z,concurrent,1

      """
    #expect(try desk.load(text, as: .audience).recorded == 1)
    #expect(desk.rejections.map(\.column) == ["event", "metric", "count"])
    #expect(desk.rejections.map(\.value) == ["on trend", "crowd", "-1"])
  }

  @Test func `a sale of another market than its event's is rejected`() throws {
    try desk.addShow()
    let text = """
      order,line,product,quantity,amount,currency,at,event,market
      1,1,x,1,2,GBP,2021-12-08T17:00:00Z,on-trend,DE
      1,2,x,1,2,GBP,2021-12-08T17:00:00Z,on-trend,

      """
    #expect(try desk.load(text, as: .sales).recorded == 1)
    #expect(desk.rejections.map(\.column) == ["market"])
  }

  @Test func `a row that no quote closes ends the import, after what stands before it`() throws {
    let text = header + "1,1,x,1,2,GBP,2021-12-08T17:00:00Z,UK\n1,2,\"x,1\n"
    let error = desk.failure(text, as: .sales)
    #expect(error?.summary.recorded == 1)
    #expect(error?.description.contains("line 3") == true)
    #expect(desk.ledger.sales.count == 1)
  }

  @Test func `a chunk is as many rows as the type allows`() throws {
    var text = header
    for line in 1...32_001 { text += "1,\(line),x,1,2,GBP,2021-12-08T17:00:00Z,UK\n" }
    let summary = try desk.load(text, as: .sales)
    #expect(desk.ledger.batches == [32_000, 1])
    #expect(desk.ledger.drafts.map(\.note) == ["2-32001", "32002-32002"])
    #expect(summary.entries == 1...2)
    #expect(desk.chunks.map(\.recorded) == [32_000, 32_001])
  }

  @Test func `a chunk is at most four mebibytes of rows`() throws {
    var text = "note," + header
    let note = String(repeating: "n", count: 1 << 20)
    for line in 1...5 { text += "\(note),1,\(line),x,1,2,GBP,2021-12-08T17:00:00Z,UK\n" }
    try desk.load(text, as: .sales)
    #expect(desk.ledger.batches == [4, 1])
  }

  @Test func `a ledger that fails ends the import, and its summary says what is recorded`() {
    var text = "event,market,platform,title,starts_at\n"
    for show in 1...1001 { text += "show-\(show),UK,tiktok,On Trend,2021-12-08T17:00Z\n" }
    desk.ledger.failure = (batch: 2, error: .diskFull(path: "book"))
    let error = desk.failure(text, as: .events)
    #expect(error?.reason == .ledger(.diskFull(path: "book")))
    #expect(error?.summary.recorded == 1000)
  }

  @Test func `sales that are recorded together are all in the book, or none`() {
    var text = header
    for line in 1...32_001 { text += "1,\(line),x,1,2,GBP,2021-12-08T17:00:00Z,UK\n" }
    text += "1,one,x,1,2,GBP,2021-12-08T17:00:00Z,UK\n"
    desk.ledger.failure = (batch: 2, error: .diskFull(path: "book"))
    let error = desk.failure(text, as: .sales)
    #expect(error?.reason == .ledger(.diskFull(path: "book")))
    #expect(error?.summary.recorded == 0)
    #expect(error?.summary.entries == nil)
    #expect(desk.ledger.sales.isEmpty)
    #expect(desk.rejections.map(\.line) == [32_003])
  }

  @Test func `amounts beyond 64 bits are rejected`() throws {
    let text = """
      o,q,p
      1,1000000000,9000000000000
      1,9223372036854775807,9000000000000
      1,99999999999999999999,1

      """
    let profile = try Profile(
      toml: """
        records = "sales"
        line = "position"
        columns = { order = "o", quantity = "q", unit_price = "p" }
        constants = { product = "x", market = "UK", currency = "GBP", at = "2021-12-08T17:00Z" }
        """, name: "p.toml")
    #expect(try desk.load(text, as: .sales, profile).rejected == 3)
    #expect(desk.rejections.map(\.column) == ["p", "q", "q"])
  }
}
