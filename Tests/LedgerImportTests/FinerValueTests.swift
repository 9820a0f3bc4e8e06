import LedgerCore
import LedgerImport
import Testing

/// Values with more than is kept of them: decimals of durations and seconds, breaks and spaces.
struct FinerValueTests {
  private let desk = Desk()

  private func lengths(_ unit: String, _ durations: [String]) throws -> [String] {
    let profile = try Profile(
      toml: """
        records = "shows"
        time_zone = "UTC"
        duration_unit = "\(unit)"
        event_key = "{id}"
        columns = { title = "t", starts_at = "s", duration = "d" }
        constants = { market = "UK", platform = "x" }
        [totals]
        watch_seconds = { column = "w", times = "3600" }
        """, name: "x.toml")
    let rows = durations.enumerated().map { "\($0),T,2026-01-01T00:00:00Z,\($1),0.25\n" }
    try desk.load("id,t,s,d,w\n" + rows.joined(), as: .shows, profile)
    return desk.lines.filter { $0.hasPrefix("event") }.map { $0.split(separator: "–").last ?? "" }
      .map { String($0.dropFirst(11)) }
  }

  @Test func `a bare duration may have decimals`() throws {
    let hours = try lengths("hours", ["1.5", "0.6", "2", "1.9", "1.999999", "0.3333"])
    #expect(desk.said == [])
    #expect(
      hours == [
        "01:30:00Z", "00:36:00Z", "02:00:00Z", "01:54:00Z", "01:59:59.996Z", "00:19:59.880Z",
      ])
    #expect(desk.lines.filter { $0.hasPrefix("watch") }.allSatisfy { $0.contains(" 900 at") })
    #expect(
      try FinerValueTests().lengths("minutes", ["1.5", "90.25"]) == ["00:01:30Z", "01:30:15Z"])
    #expect(
      try FinerValueTests().lengths(
        "seconds", ["5400", "1.5h", "1:30:00.5", "2min", "90 min 1.25s"])
        == ["01:30:00Z", "01:30:00Z", "01:30:00.500Z", "00:02:00Z", "01:30:01.250Z"])
    let odd = FinerValueTests()
    _ = try odd.lengths("minutes", ["-5", "1.2.3", "\"1,234 h\"", "1.5:00"])
    #expect(odd.desk.rejections.map(\.reason) == Array(repeating: .noDuration, count: 4))
  }

  @Test func `what is finer than a millisecond is cut off a time`() throws {
    try desk.addShow()
    try desk.load(
      export: "timestamp,viewers\n1641745262.5774188,17\n1641745321.9095943,18\n",
      stating: ["event": "on-trend"])
    #expect(desk.said == [])
    #expect(
      desk.lines.dropFirst() == [
        "concurrent 17 at 2022-01-09T16:21:02.577Z", "concurrent 18 at 2022-01-09T16:22:01.909Z",
      ])
    let sales = """
      order,line,product,quantity,amount,currency,at,market
      1,1,p,1,10,GBP,2021-12-08 18:05:00.123456+00:00,UK
      2,1,p,1,10,GBP,2021-12-08 18:05:01.000000+00:00,UK

      """
    try desk.load(sales, as: .sales)
    #expect(
      desk.ledger.sales.values.map(\.at.description).sorted()
        == ["2021-12-08T18:05:00.123Z", "2021-12-08T18:05:01Z"])
  }

  @Test func `line breaks and spaces at the ends of a title or product are counted`() throws {
    let sales = """
      order,line,product,quantity,amount,currency,at,market
      1,1,"red
      hat",1,10,GBP,2021-12-08T18:05:00Z,UK
      2,1,"  blue \r\n\t hat\u{a0}",1,10,GBP,2021-12-08T18:05:00Z,UK
      3,1,hat,1,10,GBP,2021-12-08T18:05:00Z,UK

      """
    let summary = try desk.load(sales, as: .sales)
    #expect(desk.said == [])
    #expect(summary.foldedTexts == 2)
    #expect(
      desk.ledger.sales.values.compactMap(\.product).sorted() == ["blue hat", "hat", "red hat"])
    let shows = """
      event,market,platform,title,starts_at
      e,UK,tiktok," Winter\n Sale",2021-12-08T17:00Z

      """
    #expect(try desk.load(shows, as: .events).foldedTexts == 1)
    #expect(desk.ledger.events.values.map(\.title) == ["Winter Sale"])
  }

  @Test func `spaces around names and values are no part of them`() throws {
    let summary = try desk.load(
      "order, line, product, quantity, amount, currency, at, market\n"
        + "o1, 1, p, 1, 1.00, GBP, 2021-12-08T18:05:00Z, UK\n"
        + " o2 , 1, p, 1, 1.00, GBP, 2021-12-08T18:05:00Z, UK\n", as: .sales)
    #expect(desk.said == [])
    #expect(summary.recorded == 2)
    #expect(desk.ledger.sales.values.map(\.key.order).sorted() == ["o1", "o2"])
  }
}
