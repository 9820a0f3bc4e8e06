import LedgerCore
import LedgerImport
import Testing

/// Files that say which names stand for others.
@Suite struct AliasImportTests {
  private let desk = Desk()

  @Test func `a row is an alias`() throws {
    let summary = try desk.load(
      """
      kind,name,as,citation
      creator,mia.glow,Mia,her profile
      Product,SKU-1,Palette,
      """, as: .aliases)
    #expect(summary.recorded == 2)
    #expect(
      desk.ledger.aliases == [
        try Alias(kind: .creator, name: "mia.glow", canonical: "Mia", citation: "her profile"),
        try Alias(kind: .product, name: "SKU-1", canonical: "Palette"),
      ])
  }

  @Test func `a kind that is none, and a name that is its own, are rejected`() throws {
    let summary = try desk.load(
      """
      kind,name,as
      shop,one,two
      brand,NYX,NYX
      brand,,NYX
      """, as: .aliases)
    #expect(summary.rejected == 3)
    #expect(desk.ledger.aliases == [])
    #expect(
      desk.said.first
        == "a.csv:2: column \"kind\", value \"shop\": is not creator, brand or product")
  }
}
