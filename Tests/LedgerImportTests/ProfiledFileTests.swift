import LedgerCore
import LedgerImport
import Testing

struct ProfiledFileTests {
  private let desk = Desk()

  @Test func `decimal commas and thousands are read where the profile states them`() throws {
    let profile = try Profile(
      toml: """
        records = "sales"
        delimiter = ";"
        decimal_mark = ","
        thousands_mark = "."
        time_format = "dd.MM.yyyy HH:mm"
        time_zone = "+01:00"
        constants = { market = "DE", currency = "EUR" }
        [columns]
        order = "Nr"
        line = "Pos"
        product = "Artikel"
        quantity = "Menge"
        amount = "Betrag"
        at = "Zeit"
        """, name: "kasse.toml")
    let text = """
      Nr;Pos;Artikel;Menge;Betrag;Zeit
      1;1;Hut;2;1.234,56;08.12.2021 18:00
      1;2;Hut;2;1234.56;08.12.2021 18:00

      """
    #expect(try desk.load(text, as: .sales, profile).recorded == 1)
    let sale = try #require(desk.ledger.sales.values.first)
    #expect(sale.amount.exactText == "1234.56")
    #expect(sale.at.description == "2021-12-08T17:00:00Z")
    #expect(desk.rejections.map(\.value) == ["1234.56"])
    #expect(desk.rejections.map(\.reason.description) == ["is not a number written like 1234,56"])
  }

  @Test func `positions are counted through an order that is interrupted`() throws {
    let profile = try Profile(
      toml: """
        records = "sales"
        line = "position"
        columns = { order = "o", quantity = "q", amount = "a", product = "p" }
        constants = { market = "UK", currency = "GBP", at = "2021-12-08T17:00Z" }
        [[skip]]
        when = { product = { begins = "POST" } }
        """, name: "p.toml")
    let text = """
      o,q,a,p
      A,1,1,x
      B,1,1,x
      A,1,1,POSTAGE
      A,bad,1,x
      A,1,1,y
      B,1,1,y

      """
    let summary = try desk.load(text, as: .sales, profile)
    #expect(summary.skipped == 1)
    #expect(summary.rejected == 1)
    let lines = desk.ledger.sales.keys.map { "\($0.order)\($0.line)" }.sorted()
    // The rows that are not recorded keep their place.
    #expect(lines == ["A1", "A4", "B1", "B2"])
  }

  @Test func `several metrics of a row are recorded, one for one`() throws {
    try desk.addShow()
    let profile = try Profile(
      toml: """
        records = "audience"
        no_value = ["", "-1", "N/A"]
        columns = { at = "Time" }
        metrics = { concurrent = "Live", views = "Views", likes = "Likes" }
        """, name: "p.toml"
    ).settingConstant("event", "on-trend")
    let text = """
      Time,Live,Views,Likes,Colour
      2021-12-08T17:00:00Z,10,100,N/A,red
      2021-12-08T17:01:00Z,-1,,N/A,red
      2021-12-08T17:02:00Z,12,many,3,red
      never,,,,red
      never,1,1,1,red

      """
    let summary = try desk.load(text, as: .audience, profile)
    #expect(summary.rows == 5)
    #expect(summary.recorded == 4)
    #expect(summary.noValue == 7)
    #expect(summary.rejected == 2)
    #expect(summary.unusedColumns == ["Colour"])
    #expect(
      desk.said == [
        #"a.csv:4: column "Views", value "many": is not a number written like 1234.56"#,
        #"a.csv:6: column "Time", value "never": is not a time: write it as 2021-12-08T17:00:00Z"#,
      ])
  }

  @Test func `rows are skipped and rejected by fields and by columns`() throws {
    let profile = try Profile(
      toml: """
        records = "sales"
        line = "position"
        columns = { order = "o", quantity = "q", amount = "a" }
        constants = { product = "x", market = "UK", currency = "GBP", at = "2021-12-08T17:00Z" }
        kind = { column = "t", values = { S = "sale", R = "refund" } }
        [[skip]]
        when_column = { Status = { equals = "Unpaid" } }
        [[reject]]
        when = { kind = "refund", amount = "zero" }
        reason = "is a refund of nothing"
        """, name: "p.toml")
    let text = """
      o,q,a,t,Status
      1,1,5,S,Paid
      2,1,5,S,Unpaid
      3,0,0,R,Paid
      4,1,5,X,Paid
      5,-1,-5,R,Paid

      """
    let summary = try desk.load(text, as: .sales, profile)
    #expect(summary.recorded == 2)
    #expect(summary.skipped == 1)
    #expect(
      desk.said == [
        #"a.csv:4: column "a", value "0": is a refund of nothing"#,
        #"a.csv:5: column "t", value "X": stands for no kind of sale in p.toml"#,
      ])
  }

  @Test func `the online retail files are read by their profile`() throws {
    // Lines of UCI Online Retail (D. Chen, 2015), some with the country changed.
    let text = """
      InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
      536365,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
      536409,90199C,5 STRAND GLASS NECKLACE CRYSTAL,1,2010-12-01 11:45:00,6.35,17908.0,EIRE
      536409,90199C,5 STRAND GLASS NECKLACE CRYSTAL,1,2010-12-01 11:45:00,6.35,17908.0,EIRE
      C536379,D,Discount,-1,2010-12-01 09:41:00,27.5,14527.0,United Kingdom
      A563185,B,Adjust bad debt,1,2011-08-12 14:50:00,11062.06,,United Kingdom
      A563186,B,Adjust bad debt,1,2011-08-12 14:51:00,-11062.06,,United Kingdom
      536589,21777,,-10,2010-12-01 16:50:00,0.0,,United Kingdom
      C1,X,,-10,2010-12-01 16:50:00,0.0,,USA
      536400,X,gift,1,2010-12-01 16:50:00,0.001,,Unspecified
      536400,X,gift,3,2010-12-01 16:50:00,0.001,,RSA

      """
    let summary = try desk.load(text, as: .sales, example("online-retail"))
    #expect(summary.recorded == 8)
    #expect(summary.rejected == 1)
    #expect(summary.unusedColumns == ["Description", "CustomerID"])
    let shown = desk.ledger.sales.values.map { sale in
      let market = sale.market?.description ?? "–"
      let line = "\(sale.key.order)/\(sale.key.line)"
      return "\(line) \(sale.key.kind) \(sale.amount.exactText) \(market)"
    }
    #expect(
      shown.sorted() == [
        "536365/1 sale 15.30 UK", "536400/2 sale 0.003 ZA", "536409/1 sale 6.35 IE",
        "536409/2 sale 6.35 IE", "A563185/1 adjustment 11062.06 UK",
        "A563186/1 adjustment -11062.06 UK", "C1/1 cancellation 0.00 US",
        "C536379/1 cancellation -27.50 UK",
      ])
    #expect(
      desk.said == [
        #"a.csv:10: column "Country", value "Unspecified": is not a market"#
      ])
    #expect(summary.skippedByName == ["stock write-off": 1])
    #expect(Set(desk.ledger.sales.keys.map(\.source)) == ["online-retail"])
  }

  @Test func `the marathons are read by their profiles`() throws {
    let shows = """
      event,title,platform,starts_at,ends_at
      sgdq18,SGDQ,twitch,2018-06-24T16:25:01Z,

      """
    try desk.load(shows, as: .events, example("gdq-minutes-events"))
    #expect(desk.ledger.events.values.map(\.market.description) == ["US"])
    let minutes = """
      event,at,concurrent_viewers,donations_total_usd
      sgdq18,2018-06-24T16:25:01Z,,3045.01
      sgdq18,2018-06-24T16:26:01Z,0,3045.01

      """
    let summary = try desk.load(minutes, as: .audience, example("gdq-minutes-audience"))
    #expect(summary.noValue == 1)
    #expect(summary.recorded == 1)
    // Lines of bcongdon/gdq-stats (MIT).
    let second = """
      "time","num_viewers","num_tweets","num_chats","num_emotes","num_donations","total_donations"
      "2018-06-24 16:25:00+00",38623,39,98,64,7,200.16
      "2018-06-24 16:26:00+00",-1,51,105,167,7,200.16

      """
    let profile = try example("gdq-stats").settingConstant("event", "sgdq18")
    let other = try desk.load(second, as: .audience, profile)
    #expect(other.recorded == 1)
    #expect(other.noValue == 1)
  }

  private func example(_ name: String) throws -> Profile {
    try Profile(toml: exampleText(name), name: "\(name).toml")
  }
}
