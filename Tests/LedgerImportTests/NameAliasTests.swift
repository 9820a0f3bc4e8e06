import LedgerCore
import LedgerImport
import Testing

struct NameAliasTests {
  private let desk = Desk()

  private func complaint(_ toml: String) -> String? {
    do {
      _ = try Profile(toml: toml, name: "p.toml")
      return nil
    } catch { return error.description }
  }

  private static let shows = """
    records = "events"
    time_zone = "+02:00"
    event_key = "title and day"
    known_only = ["brand"]
    [columns]
    market = "m"
    platform = "p"
    title = "t"
    starts_at = "s"
    hosts = "h"
    brands = "b"
    [aliases.creator]
    "@mia.glow" = "Mia Glow"
    "mia  g" = "Mia Glow"
    [aliases.brand]
    "ASOS plc" = "ASOS"
    [aliases.platform]
    "TikTok LIVE" = "tiktok"

    """

  @Test func `creators, brands and platforms are recorded by their own names`() throws {
    let text = """
      m,p,t,s,h,b
      UK,TikTok Live,Glow Hour,2026-06-01 23:30,@Mia.Glow; Tom,asos PLC;ASOS
      UK,tiktok,Glow Hour,2026-06-02 23:30,Mia G,
      UK,tiktok,Glow Hour,2026-06-03 23:30,Mia Glow,Zara

      """
    try desk.load(text, as: .events, Profile(toml: Self.shows, name: "p.toml"))
    let events = desk.ledger.events.values.sorted { $0.startsAt < $1.startsAt }
    #expect(events.map(\.platform) == ["tiktok", "tiktok"])
    #expect(events.map { $0.creators.map(\.name) } == [["Mia Glow", "Tom"], ["Mia Glow"]])
    #expect(events.first?.brands == ["ASOS"])
    #expect(
      desk.said == [
        #"a.csv:4: column "b", value "Zara": is no brand of [aliases.brand] in the profile"#
      ])
  }

  @Test func `a key of title and day is the one that a person gets`() throws {
    let text = """
      m,p,t,s,h,b
      UK,tiktok,Glow Hour!,2026-06-01 23:30,,
      UK,tiktok,Glow Hour,2026-06-01 10:00,,
      UK,tiktok,Glow Hour,2026-06-02T23:30Z,,
      UK,tiktok,光,2026-06-02 10:00,,

      """
    let profile = try Profile(toml: Self.shows, name: "p.toml")
    for _ in 1...2 { try desk.load(text, as: .events, profile) }
    #expect(
      desk.ledger.events.keys.map(\.description).sorted() == [
        // 23:30 UTC is on the next day there.
        "glow-hour-2026-06-01", "glow-hour-2026-06-01-2", "glow-hour-2026-06-03",
        "tiktok-2026-06-02",
      ])
    #expect(
      try EventKey(
        title: "Glow Hour!", platform: "tiktok", day: #require(CalendarDay("2026-06-01"))
      ).description == "glow-hour-2026-06-01")
  }

  private static let sales = """
    records = "sales"
    columns = { order = "o", line = "l", quantity = "q", amount = "a", at = "d", product = "p" }
    constants = { market = "UK", currency = "GBP" }

    """

  @Test func `names and SKU of a product are one`() throws {
    let text = """
      o,l,q,a,d,p
      A,1,1,5,2026-06-01T12:00Z,HB-01
      A,2,1,5,2026-06-01T12:00Z,"heat brush, pink"
      A,3,1,5,2026-06-01T12:00Z,Heat Brush
      A,4,1,5,2026-06-01T12:00Z,Scarf
      A,5,1,5,2026-06-01T12:00Z,

      """
    let aliases = """
      [aliases.product]
      "hb-01" = "Heat Brush"
      "Heat Brush, pink" = "Heat Brush"
      """
    try desk.load(text, as: .sales, Profile(toml: Self.sales + aliases, name: "p.toml"))
    func products() -> [String?] {
      desk.ledger.sales.values.sorted { $0.key.line < $1.key.line }.map(\.product)
    }
    #expect(products() == ["Heat Brush", "Heat Brush", "Heat Brush", "Scarf", nil])
    let closed = Desk()
    try closed.load(
      text, as: .sales,
      Profile(toml: "known_only = [\"product\"]\n" + Self.sales + aliases, name: "p.toml"))
    #expect(closed.ledger.sales.count == 4)
    #expect(
      closed.said == [
        #"a.csv:5: column "p", value "Scarf": is no product of [aliases.product] in the profile"#
      ])
  }

  @Test(arguments: [
    (
      "known_only = [\"product\"]",
      #"key "known_only" names product, which has no table [aliases.product]"#
    ),
    (
      "known_only = [\"shop\"]",
      #"key "known_only" "shop" is not known as a table of names; "#
        + "known are creator, brand, product, platform, channel"
    ),
    (
      "event_key = \"title and day\"",
      #"key "event_key" is of shows: sales have no title"#
    ),
    (
      "[aliases.maker]\na = \"b\"",
      #"key "aliases.maker" is not known; known here are market, currency, "#
        + "zone, creator, brand, product, platform, channel"
    ),
  ])
  func `names that no table has are refused`(_ toml: String, _ reason: String) {
    #expect(complaint("records = \"sales\"\n" + toml) == "p.toml: " + reason)
  }
}
