import LedgerCore
import LedgerImport
import Testing

/// No row of a file is swallowed by another row of the same file.
struct SameFileTests {
  private let desk = Desk()
  private static let orders =
    "Order ID,Order Status,Cancelation/Return Type,SKU ID,Seller SKU,Product Name,Quantity,"
    + "Sku Quantity of return,SKU Unit Original Price,SKU Subtotal Before Discount,"
    + "SKU Platform Discount,SKU Seller Discount,SKU Subtotal After Discount,Order Amount,"
    + "Order Refund Amount,Created Time,Paid Time,Cancelled Time"
  private static let shopify =
    "Name,Email,Financial Status,Paid at,Fulfilled at,Currency,Subtotal,Shipping,Taxes,Total,"
    + "Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,"
    + "Lineitem sku,Cancelled at,Refunded Amount,Id,Source,Lineitem discount"
  private static let own = "order,line,product,quantity,amount,currency,at,market"

  private func row(
    _ order: String, sku: String = "1729", quantity: Int = 1, returned: Int = 0,
    refund: String = "0.00", product: String = "MUG"
  ) -> String {
    "\(order),Completed,,\(sku),\(product),,\(quantity),\(returned),,,,,GBP \(quantity * 8).00,,"
      + "GBP \(refund),01/09/2026 19:05:00,01/09/2026 19:05:00,"
  }

  @discardableResult
  private func load(_ header: String, _ rows: [String]) throws -> ImportSummary {
    try desk.load(
      export: ([header] + rows).joined(separator: "\n") + "\n", stating: ["market": "UK"],
      tz: "+01:00")
  }

  private var sales: [Sale] { desk.ledger.sales.values.sorted { $0.key.line < $1.key.line } }

  @Test func `a SKU that an order has in two rows is two lines, in each import the same`() throws {
    let rows = [row("1", quantity: 1), row("1", quantity: 2), row("2"), row("2"), row("2")]
    #expect(try load(Self.orders, rows).recorded == 5)
    #expect(sales.map(\.quantity).reduce(0, +) == 6)
    #expect(sales.filter { $0.key.line == 1729 }.count == 2)
    #expect(Set(sales.map(\.key.line)).count == 3)
    let again = try load(Self.orders, rows)
    #expect([again.recorded, again.alreadyRecorded, again.rejected] == [0, 5, 0])
    // A later file may have them in other places, and other orders in between.
    let later = try load(Self.orders, [row("2"), row("1", quantity: 1), row("2"), row("3")])
    #expect([later.recorded, later.alreadyRecorded, later.rejected] == [1, 3, 0])
  }

  @Test func `units that came back of a product are added up over the rows of its order`() throws {
    func rows(_ first: Int, _ second: Int, _ refund: String) -> [String] {
      [
        row("1", quantity: 2, returned: first, refund: refund),
        row("1", quantity: 2, returned: second, refund: refund),
        row("1", sku: "1730", returned: 1, refund: refund),
      ]
    }
    func refunded() -> [Int64] {
      let back = sales.filter { $0.key.kind == .refund }
      return [back.reduce(0) { $0 + $1.quantity }, back.reduce(0) { $0 + Int64($1.amount.micros) }]
    }
    for _ in 1...2 {
      try load(Self.orders, rows(1, 1, "24.00"))
      #expect(refunded() == [-3, -24_000_000])
    }
    try load(Self.orders, rows(1, 2, "32.00"))
    #expect(refunded() == [-4, -32_000_000])
  }

  @Test func `the discount of a line is off its amount if the order has none of its own`() throws {
    func order(_ name: String, discount: String, line: String, more: String = "") -> [String] {
      let paid = "paid,2026-06-01 10:00:05 +0000,,USD,,,,,,\(discount),2026-06-01 10:00:00 +0000"
      return [
        "\(name),,\(paid),2,Lip,20.00,,\(more),0.00,,web,\(line)",
        "\(name),,,,,,,,,,,,2026-06-01 10:00:00 +0000,1,Gloss,10.00,,,,,,1.50",
      ]
    }
    let cancelled = "2026-06-03 12:00:00 +0000"
    try load(
      Self.shopify,
      order("#1", discount: "0.00", line: "10.00") + order("#2", discount: "11.50", line: "10.00")
        + order("#3", discount: "0.00", line: "10.00", more: cancelled))
    #expect(desk.said == [])
    func amounts(_ order: String) -> [String] {
      sales.filter { $0.key.order == order }
        .map { "\($0.key.kind.rawValue) \($0.key.line) \($0.amount.exactText)" }.sorted()
    }
    #expect(amounts("#1") == ["sale 1 30.00", "sale 2 8.50"])
    #expect(amounts("#2") == ["adjustment 0 -11.50", "sale 1 40.00", "sale 2 10.00"])
    #expect(
      amounts("#3") == [
        "cancellation 1 -30.00", "cancellation 2 -8.50", "sale 1 30.00", "sale 2 8.50",
      ])
  }

  private static let first = "#1,,paid,2026-06-01 10:00:05 +0000,,USD,,,,,,0.00,"
  private static let time = "2026-06-01 10:00:00 +0000"
  private static let begun = [
    "\(first)\(time),1,A,1.00,,,0.00,,web,0.00", "#1,,,,,,,,,,,,\(time),1,A,1.00,,,,,,0.00",
  ]
  private static let rest = [
    "#1,,,,,,,,,,,,\(time),1,A,1.00,,,,,,0.00",
    "\(first.replacing("#1", with: "#2"))\(time),1,D,4.00,,,0.00,,web,0.00",
  ]

  @Test func `an order goes on in the next file`() throws {
    var open = try load(Self.shopify, Self.begun).lastOrder
    for expected: [Int64] in [[2, 0, 0], [0, 2, 0]] {
      let text = ([Self.shopify] + Self.rest).joined(separator: "\n")
      let summary = try desk.load(export: text, stating: ["market": "UK"], continuing: open)
      #expect([summary.recorded, summary.alreadyRecorded, summary.rejected] == expected)
      open = try load(Self.shopify, Self.begun).lastOrder
    }
    #expect(
      sales.map { "\($0.key.order) \($0.key.line)" }.sorted() == ["#1 1", "#1 2", "#1 3", "#2 1"])
    // An order that begins anew is whole in the file.
    let again = ([Self.shopify] + Self.begun).joined(separator: "\n")
    let summary = try desk.load(export: again, stating: ["market": "UK"], continuing: open)
    #expect([summary.recorded, summary.alreadyRecorded, summary.rejected] == [0, 2, 0])
  }

  @Test func `without the file before, the rest of an order is refused with what to do`() throws {
    let summary = try load(Self.shopify, Self.rest)
    #expect([summary.recorded, summary.rejected] == [1, 1])
    #expect(desk.rejections.map(\.reason) == [.continuedOrder])
    #expect(desk.rejections.map(\.column) == ["Currency"])
  }

  @Test(arguments: ["'1001", "\"=\"\"1001\"\"\"", "1001"])
  func `what marks a number as text in a spreadsheet is no part of it`(order: String) throws {
    try desk.load(
      "\(Self.own)\n7,1,lip,1,9.99,GBP,2026-03-04T20:00:00Z,UK\n"
        + "\(order),1,lip,1,9.99,GBP,2026-03-04T20:00:00Z,UK\n", as: .sales)
    #expect(sales.map(\.key.order).sorted() == ["1001", "7"])
    let sku = order.replacing("1001", with: "1729")
    #expect(try load(Self.orders, [row(order, sku: sku), row(order, sku: sku)]).recorded == 2)
    #expect(sales.contains { $0.key.order == "1001" && $0.key.line == 1729 })
  }

  @Test func `a row with the key of an earlier row is named, and not counted as known`() throws {
    let row = "1001,1,lip,1,9.99,GBP,2026-03-04T20:00:00Z,UK"
    let rows = [Self.own, row, row.replacing("1001", with: "1002"), row].joined(separator: "\n")
    for expected: [Int64] in [[2, 0, 1], [0, 2, 1]] {
      let summary = try desk.load(rows, as: .sales)
      #expect([summary.recorded, summary.alreadyRecorded, summary.rejected] == expected)
      #expect(desk.rejections.map(\.line) == [4])
      #expect(desk.rejections.map(\.reason) == [.repeatedRow(line: 2)])
    }
  }
}
