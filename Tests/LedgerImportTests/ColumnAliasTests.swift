import LedgerCore
import LedgerImport
import Testing

struct ColumnAliasTests {
  private let desk = Desk()

  private static let orders = """
    records = "sales"
    line = "position"
    constants = { product = "x", market = "DE", currency = "EUR", at = "2021-12-08T17:00Z" }
    [columns]
    order = ["Order ID", "Bestellnummer", "订单号"]
    quantity = ["Qty", "Menge"]
    amount = ["Total (*)", "Betrag"]
    [other_names]
    Status = ["Bestellstatus", "状态"]
    [[skip]]
    name = "unpaid"
    when_column = { Status = { one_of = ["unpaid", "unbezahlt", "未付款"] } }

    """

  private func complaint(_ toml: String) -> String? {
    do {
      _ = try Profile(toml: toml, name: "p.toml")
      return nil
    } catch { return error.description }
  }

  @Test(arguments: [
    "Order ID,Qty,Total (EUR),Status\nA,1,5,paid\nB,1,5,unpaid\n",
    "Bestellnummer,Menge,Betrag,Bestellstatus\nA,1,5,bezahlt\nB,1,5,unbezahlt\n",
    "订单号,menge,Betrag,状态\nA,1,5,已付款\nB,1,5,未付款\n",
  ])
  func `a column is read by any of its names`(_ text: String) throws {
    let profile = try Profile(toml: Self.orders, name: "p.toml")
    let summary = try desk.load(text, as: .sales, profile)
    #expect(desk.lines == ["sale A/1 1 5.00 EUR at 2021-12-08T17:00:00Z"])
    #expect(summary.skippedByName == ["unpaid": 1])
    #expect(summary.unusedColumns == [])
  }

  @Test func `a column of which a file has two names is refused`() throws {
    let profile = try Profile(toml: Self.orders, name: "p.toml")
    let text = "Order ID,Bestellnummer,Qty,Betrag,Status\nA,B,1,5,paid\n"
    #expect(
      desk.failure(text, as: .sales, profile)?.description
        == #"a.csv: has the columns "Order ID" and "Bestellnummer", which are names of one column "#
        + #"in "p.toml": name in the profile only the one that is meant"#)
  }

  @Test func `a column that is missing is named by all of its names`() throws {
    let profile = try Profile(toml: Self.orders, name: "p.toml")
    let said = desk.failure("Order ID,Mengen,Betrag,Status\n", as: .sales, profile)?.description
    #expect(said?.contains(#"has no column "Qty" or "Menge" (did you mean "Mengen"?)"#) == true)
  }

  @Test func `a header is found by the names in it, whatever their language`() throws {
    let profile = try Profile(
      toml: "header = [[\"Order ID\", \"订单号\"], [\"Qty\", \"Menge\"], \"Status\"]\n"
        + Self.orders.replacing(
          "order = [\"Order ID\", \"Bestellnummer\", \"订单号\"]", with: "order = \"订单号\""
        )
        .replacing("quantity = [\"Qty\", \"Menge\"]", with: "quantity = \"Menge\""),
      name: "p.toml")
    let text = "Export,of,today,x\nOrder ID,Qty,Betrag,Bestellstatus\nA,1,5,bezahlt\n"
    try desk.load(text, as: .sales, profile)
    #expect(desk.lines == ["sale A/1 1 5.00 EUR at 2021-12-08T17:00:00Z"])
  }

  @Test(arguments: [
    (
      "columns = { order = [] }", #"key "columns.order" is an empty list: it names a column"#
    ),
    (
      "columns = { order = [1] }",
      #"key "columns.order" lists the names of one column: each is a text that is not empty"#
    ),
    (
      "columns = { order = 1 }",
      #"key "columns.order" is of type integer, not the name of a column, or a list of its names"#
    ),
    (
      "columns = { order = [\"ID\", \"Order\"], line = [\"ID\", \"Line\"] }",
      #"key "columns.order" has the name "ID", which stands in another list: list all names of a "#
        + "column once, and use one of them elsewhere"
    ),
  ])
  func `names that say nothing or two things are refused`(_ toml: String, _ reason: String) {
    #expect(complaint("records = \"sales\"\n" + toml) == "p.toml: " + reason)
  }
}
