import LedgerCore
import LedgerImport
import Testing

/// Files that say what sold an order: a show, a channel, a creator.
@Suite struct CreditImportTests {
  private let desk = Desk()

  private let header =
    "Order ID,SKU ID,Creator Username,Content Type,Content ID,Est. Commission Base,"
    + "Actual Commission Payment\n"

  private var shown: [String] {
    desk.ledger.credits.map { credit in
      [
        credit.source, credit.order, credit.line.map { "\($0)" } ?? "–",
        credit.event?.description ?? "–", credit.channel?.rawValue, credit.creator,
      ].compactMap(\.self).joined(separator: " ")
    }
  }

  @Test
  func `an affiliate export credits the lines that a LIVE sold, and says what sold the others`()
    throws
  {
    let summary = try desk.load(
      export: header + """
        576500000000000001,1729000000000000001,ana,LIVE,7512345678901234567,24.99,3.75
        576500000000000001,1729000000000000002\t,ana,LIVE\t,7512345678901234567\t,9.99,1.50
        576500000000000003,1729000000000000001,ana,Video,7400000000000000000,74.97,
        """)
    #expect(
      shown == [
        "tiktok-shop 576500000000000001 1729000000000000001 tiktok-7512345678901234567 live ana",
        "tiktok-shop 576500000000000001 1729000000000000002 tiktok-7512345678901234567 live ana",
        "tiktok-shop 576500000000000003 1729000000000000001 – video ana",
      ])
    #expect(summary.recorded == 3)
    #expect(summary.isWhole)
  }

  @Test func `a type of content that nobody knows is rejected, and so is a LIVE without a room`()
    throws
  {
    let summary = try desk.load(
      export: header + """
        1,2,ana,Hologram,7512345678901234567,24.99,3.75
        2,2,ana,LIVE,,24.99,3.75
        3,2,ana,LIVE,7.51235E+18,24.99,3.75
        4,2,ana,,7512345678901234567,24.99,3.75
        """)
    #expect(shown == [])
    #expect(summary.rejected == 4)
    #expect(desk.said.count == 4)
    #expect(desk.said.first?.contains("channel") == true)
    #expect(desk.said.last?.hasSuffix("is empty: the line may be of a LIVE or not") == true)
  }

  @Test func `the ledger's own columns credit a line, or without one the whole order`() throws {
    let summary = try desk.load(
      """
      order,line,event,source,observed_at,citation
      1001,2,spring,shopify,2026-03-05T10:00:00Z,the host's notes
      1002,,spring,shopify,,
      """, as: .credits)
    #expect(summary.recorded == 2)
    #expect(shown == ["shopify 1001 2 spring", "shopify 1002 – spring"])
    #expect(desk.ledger.credits.first?.citation == "the host's notes")
    #expect(desk.ledger.credits.first?.observedAt?.description == "2026-03-05T10:00:00Z")
  }

  @Test func `orders with a channel and a creator are credited to them, known or new`() throws {
    let file = """
      source,order,line,product,quantity,amount,currency,at,market,channel,creator
      shop,1,1,LIP,1,9.99,GBP,2026-03-05T10:00:00Z,UK,live,ana
      shop,1,2,MUG,1,8.00,GBP,2026-03-05T10:00:00Z,UK,Product card,
      shop,2,1,MUG,1,8.00,GBP,2026-03-05T10:00:00Z,UK,,
      shop,3,1,MUG,1,8.00,GBP,2026-03-05T10:00:00Z,UK,hologram,
      """
    let summary = try desk.load(file, as: .sales)
    #expect(shown == ["shop 1 1 – live ana", "shop 1 2 – product_card"])
    #expect((summary.recorded, summary.rejected) == (5, 1))
    #expect(summary.entries?.count == 2)
    let again = try desk.load(file, as: .sales)
    #expect((again.recorded, again.alreadyRecorded) == (0, 5))
  }

  @Test func `what sold a sale that is refused or repeated is not recorded`() throws {
    let header = "source,order,line,product,quantity,amount,currency,at,market,creator\n"
    let sale = "shop,1,1,LIP,1,9.99,GBP,2026-03-05T10:00:00Z,UK,"
    _ = try desk.load(header + sale + "ana\n", as: .sales)
    let other = try desk.load(
      header + sale.replacing("9.99", with: "8.88") + "ben\n", as: .sales)
    #expect(other.rejected == 1)
    let second = sale.replacing("shop,1", with: "shop,2")
    let repeated = try desk.load(header + second + "ben\n" + second + "cem\n", as: .sales)
    #expect((repeated.recorded, repeated.rejected) == (2, 1))
    #expect(shown == ["shop 1 1 – ana", "shop 2 1 – ben"])
  }

  @Test(arguments: ["-1", "1.5", "two"])
  func `a line that is none rejects its row`(line: String) throws {
    let summary = try desk.load("order,line,event\n1001,\(line),spring\n", as: .credits)
    #expect(summary.rejected == 1)
    #expect(shown == [])
  }
}
