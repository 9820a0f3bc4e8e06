import LedgerCore
import LedgerImport
import Testing

/// Files that say which show sold an order.
@Suite struct CreditImportTests {
  private let desk = Desk()

  private let header =
    "Order ID,SKU ID,Creator Username,Content Type,Content ID,Est. Commission Base,"
    + "Actual Commission Payment\n"

  private var shown: [String] {
    desk.ledger.credits.map { credit in
      "\(credit.source) \(credit.order) \(credit.line.map { "\($0)" } ?? "–") \(credit.event)"
    }
  }

  @Test func `an affiliate export credits the lines that a LIVE sold, and names the others`() throws
  {
    let summary = try desk.load(
      export: header + """
        576500000000000001,1729000000000000001,ana,LIVE,7512345678901234567,24.99,3.75
        576500000000000001,1729000000000000002\t,ana,LIVE\t,7512345678901234567\t,9.99,1.50
        576500000000000003,1729000000000000001,ana,Video,7400000000000000000,74.97,
        """)
    #expect(
      shown == [
        "tiktok-shop 576500000000000001 1729000000000000001 tiktok-7512345678901234567",
        "tiktok-shop 576500000000000001 1729000000000000002 tiktok-7512345678901234567",
      ])
    #expect(summary.skippedByName == ["line that no LIVE sold": 1])
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
        """)
    #expect(shown == [])
    #expect(summary.rejected == 3)
    #expect(desk.said.count == 3)
    #expect(
      desk.said.first?.hasSuffix("is not known as a type of content: it may be a LIVE") == true)
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

  @Test(arguments: ["-1", "1.5", "two"])
  func `a line that is none rejects its row`(line: String) throws {
    let summary = try desk.load("order,line,event\n1001,\(line),spring\n", as: .credits)
    #expect(summary.rejected == 1)
    #expect(shown == [])
  }
}
