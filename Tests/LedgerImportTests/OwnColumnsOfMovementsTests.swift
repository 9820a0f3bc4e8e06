import LedgerCore
import LedgerImport
import Testing

struct OwnColumnsOfMovementsTests {
  private let desk = Desk()

  private static let start = """
    records = "sales"
    columns = { order = "o", line = "l", product = "sku", quantity = "q", amount = "a", at = "d" }
    constants = { market = "UK", currency = "GBP" }

    """

  private var products: [String] {
    desk.ledger.sales.values.map {
      "\($0.key.kind.rawValue) \($0.key.order)/\($0.key.line) \($0.product ?? "none")"
    }.sorted()
  }

  private func complaint(_ toml: String) -> String? {
    do {
      _ = try Profile(toml: Self.start + toml, name: "p.toml")
      return nil
    } catch { return error.description }
  }

  @Test func `a movement has a quantity and a product of its own`() throws {
    let profile = try Profile(
      toml: Self.start + """
        [[movement]]
        kind = "refund"
        line = "7"
        at = ["d"]
        amount = "back"
        quantity = "units back"
        product = ["sku back", "SKU zurück"]
        when_column = { back = "positive" }
        """, name: "p.toml")
    let text = """
      o,l,sku,q,a,d,back,units back,SKU zurück
      A,1,hat,3,30,2026-06-01T12:00Z,10,1,scarf
      B,1,hat,3,30,2026-06-01T12:00Z,10,,scarf
      C,1,hat,3,30,2026-06-01T12:00Z,10,2,
      D,1,hat,3,30,2026-06-01T12:00Z,,,

      """
    try desk.load(text, as: .sales, profile)
    #expect(
      desk.lines.filter { $0.hasPrefix("refund") } == [
        "refund A/7 -1 -10.00 GBP at 2026-06-01T12:00:00Z",
        "refund B/7 ? -10.00 GBP at 2026-06-01T12:00:00Z",
        "refund C/7 -2 -10.00 GBP at 2026-06-01T12:00:00Z",
      ])
    #expect(
      products.filter { $0.hasPrefix("refund") } == [
        "refund A/7 scarf", "refund B/7 scarf",
        // Of the product of an order of one line.
        "refund C/7 hat",
      ])
  }

  @Test func `the units of a movement may not be known though those of the sale are`() throws {
    let profile = try Profile(
      toml: Self.start + """
        [[movement]]
        kind = "refund"
        at = ["d"]
        amount = "back"
        quantity_unknown = "yes"
        when_column = { back = "positive" }
        """, name: "p.toml")
    try desk.load("o,l,sku,q,a,d,back\nA,1,hat,3,30,2026-06-01T12:00Z,10\n", as: .sales, profile)
    #expect(desk.lines.first == "refund A/1 ? -10.00 GBP at 2026-06-01T12:00:00Z")
  }

  @Test func `a kind has columns of its own`() throws {
    let profile = try Profile(
      toml: Self.start + """
        [kind]
        column = "t"
        values = { S = "sale", R = "refund" }
        quantity = { refund = "rq" }
        amount = { refund = "ra" }
        product = { refund = "rsku" }
        at = { refund = { date = "rd", time = "rt" } }
        """, name: "p.toml")
    let text = """
      o,l,sku,q,a,d,t,rq,ra,rsku,rd,rt
      A,1,hat,3,30,2026-06-01T12:00Z,S,,,,,
      A,1,hat,3,30,2026-06-01T12:00Z,R,-1,-10,scarf,2026-06-03,09:00Z
      B,1,hat,3,30,2026-06-01T12:00Z,R,,-10,scarf,2026-06-03,09:00Z
      C,1,hat,3,30,2026-06-01T12:00Z,R,-1,,scarf,2026-06-03,09:00Z

      """
    try desk.load(text, as: .sales, profile)
    #expect(
      desk.lines == [
        "refund A/1 -1 -10.00 GBP at 2026-06-03T09:00:00Z",
        "refund B/1 ? -10.00 GBP at 2026-06-03T09:00:00Z",
        "sale A/1 3 30.00 GBP at 2026-06-01T12:00:00Z",
      ])
    #expect(products == ["refund A/1 scarf", "refund B/1 scarf", "sale A/1 hat"])
    #expect(
      desk.said == [
        #"a.csv:5: column "ra", value "": is empty: a sale has all of its numbers"#
      ])
  }

  @Test(arguments: [
    (
      "quantity = \"q\"\nquantity_unknown = \"yes\"",
      #"key "movement.quantity_unknown" stands next to quantity: leave one of them out"#
    ),
    ("quantity_unknown = \"1\"", #"key "movement.quantity_unknown" is neither "yes" nor "no""#),
    (
      "line = \"0\"\namount = \"back\"\nextent = \"so far\"\nproduct = \"p\"",
      #"key "movement.product" stands next to extent, which is of the whole order"#
    ),
  ])
  func `what a movement says twice is refused`(_ toml: String, _ reason: String) {
    let table = "[[movement]]\nkind = \"refund\"\nat = [\"d\"]\nwhen_column = { d = \"present\" }\n"
    #expect(complaint(table + toml) == "p.toml: " + reason)
  }
}
