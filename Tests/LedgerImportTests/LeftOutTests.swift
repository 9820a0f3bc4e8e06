import LedgerCore
import LedgerImport
import Testing

/// What is left out of a file, and whether it might have been a fact.
struct LeftOutTests {
  private let desk = Desk()

  @Test func `a row that holds nothing is skipped, and named`() throws {
    let rows = """
      order,line,product,quantity,amount,currency,at,market
      1001,1,lip,1,9.99,GBP,2026-03-04T20:00:00Z,UK
      ,,,,,,,
       ,,,,\t,,,
      Total,,,1,9.99,,,

      """
    let summary = try desk.load(rows, as: .sales)
    #expect([summary.recorded, summary.skipped, summary.rejected] == [1, 2, 1])
    #expect(summary.skippedByName == ["blank row": 2])
    #expect(desk.rejections.map(\.line) == [5])
  }

  @Test func `rows that a profile declares to be no facts are counted by name`() throws {
    let profile = try Profile(
      toml: """
        records = "sales"
        line = "position"
        columns = { order = "o", amount = "a" }
        constants = { product = "P", quantity = "1", currency = "GBP", market = "UK" }
        [constants.at]
        """.replacing("[constants.at]", with: "").replacing(
          "market = \"UK\" }", with: "market = \"UK\", at = \"2021-12-08T17:00Z\" }") + """
            [[skip]]
            name = "label"
            when_column = { o = { begins = "L" } }
            [[skip]]
            reason = "total"
            when_column = { o = { equals = "Total" } }
            [[skip]]
            when_column = { o = { equals = "-" } }
            """, name: "p.toml")
    let labels = (1...1_100).map { "L\($0),1\n\($0),2\n" }.joined()
    let summary = try desk.load(
      "o,a\n" + labels + "Total,9\n-,\n", as: .sales, profile, rejectionLimit: 1000)
    #expect([summary.recorded, summary.skipped, summary.rejected] == [1_100, 1_102, 0])
    #expect(summary.skippedByName == ["label": 1_100, "total": 1])
    #expect(summary.isWhole)
    let tally = ImportTally(summary).text
    #expect(tally.contains("skipped 1,102 (label 1,100, total 1)"), "\(tally)")
  }

  private static let seller =
    "Creator ID,Creator,Nickname,Launched Time,Duration,LIVE gross merchandise value (RM),"
    + "Products added,Different Products Sold,Created SKU orders,LIVE SKU orders,LIVE items sold,"
    + "Unique customers,Average Price (RM),Click-to-order rate (LIVE),LIVE attributed GMV (RM),"
    + "Viewers,Views,Average viewing duration (LIVE streams),Comments,Shares,LIVE likes,"
    + "New followers (Creator video),Product Impressions,Product Clicks,CTR"

  @Test(
    arguments: [
      ("LIVE attributed GMV (RM)", ["LIVE-attributed GMV (*)"]), ("Views", ["Views"]), ("CTR", []),
      ("Average Price (RM)", []),
    ])
  func `a file that has lost a figure that is read is not whole, though changes are accepted`(
    column: String, lost: [String]
  ) throws {
    let header = Self.seller.split(separator: ",").map { $0 == column ? "Renamed" : String($0) }
    let row = "1,ana,Ana,2026/04/18 20:00:00,1h,5,1,1,1,1,1,1,5,1,5,9,9,10,1,1,1,1,1,1,1"
    let summary = try desk.load(
      export: header.joined(separator: ",") + "\n" + row + "\n", stating: ["market": "MY"],
      tz: "+08:00", acceptsChangedColumns: true)
    #expect(desk.said == [])
    #expect(summary.recorded > 0)
    #expect(summary.isWhole == lost.isEmpty)
    let omission = ImportRemark.withoutFigures(profile: "tiktok-seller-live", columns: lost)
    #expect(summary.omissions == (lost.isEmpty ? [] : [omission]))
  }
}
