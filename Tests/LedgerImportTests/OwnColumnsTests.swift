import LedgerCore
import LedgerImport
import Testing

struct OwnColumnsTests {
  private let desk = Desk()

  @Test func `an event's lists are split at semicolons and trimmed`() throws {
    let text = """
      event,market,platform,title,starts_at,ends_at,brands,hosts,guests,creators
      on-trend,GB,TikTok,"On Trend, live",2021-12-08T17:00:00Z,2021-12-08T19:00:00Z, ASOS ; Boots;,Ada,, Bob;Cleo
      late,germany,tiktok,Late,2021-12-09T17:00:00Z,,,,,

      """
    let summary = try desk.load(text, as: .events)
    #expect(summary.recorded == 2)
    #expect(desk.said == [])
    let event = try #require(desk.ledger.events[EventKey("on-trend")])
    #expect(event.market.description == "UK")
    #expect(event.platform == "tiktok")
    #expect(event.brands == ["ASOS", "Boots"])
    #expect(event.creators.map(\.name) == ["Ada", "Bob", "Cleo"])
    #expect(event.creators.map(\.role) == [.host, .creator, .creator])
    #expect(event.duration == 7_200_000)
    let late = try #require(desk.ledger.events[EventKey("late")])
    #expect(late.endsAt == nil)
    #expect(late.brands.isEmpty)
  }

  @Test func `column names match whatever their capitals and spaces`() throws {
    try desk.addShow()
    let text = " Event ,AT,Metric,COUNT\non-trend,2021-12-08T17:00:00Z,concurrent,12\n"
    #expect(try desk.load(text, as: .audience).recorded == 1)
    #expect(desk.ledger.counts.values.first?.count == 12)
  }

  @Test func `an empty count is no value, a zero is a count`() throws {
    try desk.addShow()
    let text = """
      event,at,metric,count
      on-trend,2021-12-08T17:00:00Z,concurrent,
      on-trend,2021-12-08T17:01:00Z,concurrent,0

      """
    let summary = try desk.load(text, as: .audience)
    #expect(summary.rows == 2)
    #expect(summary.noValue == 1)
    #expect(summary.recorded == 1)
    #expect(desk.ledger.counts.values.first?.count == 0)
  }

  @Test func `a sale has a kind, a product and a source of its own if the file says so`() throws {
    let text = """
      order,line,product,quantity,amount,currency,at,market,kind,source
      1001,1,lipstick,2,19.98,gbp,2021-12-08T17:05:00Z,UK,,
      1001,2,,-1,-9.99,GBP,2021-12-08T17:06:00Z,UK,Refund,shop

      """
    #expect(try desk.load(text, as: .sales).recorded == 2)
    let sales = desk.ledger.sales.values.sorted { $0.key.line < $1.key.line }
    #expect(sales[0].key.kind == .sale)
    #expect(sales[0].key.source == Sale.defaultSource)
    #expect(sales[0].amount.exactText == "19.98")
    #expect(sales[0].amount.currency.code == "GBP")
    #expect(sales[1].key.kind == .refund)
    #expect(sales[1].key.source == "shop")
    #expect(sales[1].product == nil)
  }

  @Test func `columns that are not used are reported`() throws {
    let text = "order,line,product,quantity,amount,currency,at,market,Colour,\n"
    let summary = try desk.load(text, as: .sales)
    #expect(summary.unusedColumns == ["Colour", "(column 10, without a name)"])
    #expect(summary.rows == 0)
  }

  @Test func `a missing column is named beside those there are and the near ones`() {
    let text = "order,line,product,quantty,amount,currency,at,market\n"
    #expect(
      desk.failure(text, as: .sales)?.description == """
        a.csv: has no column "quantity" (did you mean "quantty"?); its columns are "order", \
        "line", "product", "quantty", "amount", "currency", "at", "market": rename the column, or \
        name a profile
        """)
  }

  @Test func `sales without event and market are refused as a whole`() {
    let text = "order,line,product,quantity,amount,currency,at\n"
    #expect(
      desk.failure(text, as: .sales)?.description == """
        a.csv: the sales have no event or market: add a column of that name
        """)
  }

  @Test func `a constant takes the place of a column`() throws {
    let profile = try Profile.ownColumns(of: .sales)
      .settingConstant("market", "UK").settingConstant("currency", "GBP").settingTimeZone("+01:00")
    let text = "order,line,product,quantity,amount,at,market\n7,1,x,1,2,2021-12-08 17:00,DE\n"
    let summary = try desk.load(text, as: .sales, profile)
    #expect(summary.unusedColumns == ["market"])
    let sale = try #require(desk.ledger.sales.values.first)
    #expect(sale.market?.description == "UK")
    #expect(sale.at.description == "2021-12-08T16:00:00Z")
  }

  @Test func `a constant that the ledger does not know is refused before any row`() throws {
    let text = "at,metric,count\n2021-12-08T17:00:00Z,concurrent,1\n"
    let profile = try Profile.ownColumns(of: .audience).settingConstant("event", "nowhere")
    let error = desk.failure(text, as: .audience, profile)
    #expect(error?.reason == .ledger(.unknownEvent("nowhere", near: [], count: 0)))
    #expect(desk.ledger.batches.isEmpty)
  }

  @Test func `a constant of no field is refused`() {
    #expect(throws: ProfileError.self) {
      try Profile.ownColumns(of: .audience).settingConstant("market", "UK")
    }
  }
}
