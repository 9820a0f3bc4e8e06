import Foundation
import LedgerCore
import LedgerImport
import Testing

/// What exports say of refunds: of which product and how many units they are, and not when.
struct RefundBoundsTests {
  private let desk = Desk()
  private static let header =
    "Order ID,Order Status,Cancelation/Return Type,SKU ID,Seller SKU,Product Name,Quantity,"
    + "Sku Quantity of return,SKU Unit Original Price,SKU Subtotal Before Discount,"
    + "SKU Platform Discount,SKU Seller Discount,SKU Subtotal After Discount,Order Amount,"
    + "Order Refund Amount,Created Time,Paid Time,Cancelled Time"

  /// A row of TikTok's export of orders, paid on 1 September at 19:05.
  private func row(
    _ order: String, _ product: String, returned: String, refund: String, line: Int = 1
  ) -> String {
    "\(order),Completed,,\(line),\(product),,1,\(returned),,,,,GBP 10.00,GBP 10.00,GBP \(refund),"
      + "01/09/2026 19:05:00,01/09/2026 19:05:00,"
  }

  private func load(
    _ rows: String..., file: String = "a.csv", stating constants: [String: String] = [:],
    now: String = "2026-10-05T08:00Z"
  ) throws {
    try desk.load(
      export: ([Self.header] + rows).joined(separator: "\n") + "\n",
      stating: ["market": "UK"].merging(constants) { $1 }, tz: "+01:00", file: file,
      at: TimeFormat.iso8601.instant(now, zone: .utc))
    #expect(desk.said == [])
  }

  private var refunds: [String] { desk.lines.filter { $0.hasPrefix("refund") } }
  private let paid = "2026-09-01T18:05:00Z"

  @Test func `a refund of an order of one line has its product and its units`() throws {
    try load(row("1", "MUG", returned: "1", refund: "10.00"))
    #expect(refunds == ["refund 1/0 -1 -10.00 GBP at \(paid) to 2026-10-05T08:00:00Z"])
    #expect(desk.ledger.sales.values.map(\.product) == ["MUG", "MUG"])
  }

  @Test func `of several lines, the money is of no product, and the units are of their own`() throws
  {
    try load(
      row("1", "MUG", returned: "0", refund: "12.00"),
      row("1", "LIP", returned: "1", refund: "12.00", line: 2))
    let back = desk.ledger.sales.values.filter { $0.key.kind == .refund }
      .sorted { $0.key.line < $1.key.line }
    #expect(back.map(\.product) == [nil, "LIP"])
    #expect(back.map(\.quantity) == [0, -1])
    #expect(back.map(\.amount.exactText) == ["-12.00", "0.00"])
    try load(
      row("1", "MUG", returned: "0", refund: "12.00"),
      row("1", "LIP", returned: "1", refund: "12.00", line: 2), now: "2026-10-06T08:00Z")
    #expect(desk.ledger.sales.count == 4)
  }

  @Test func `what is refunded of an order of which only one line is cancelled is recorded`() throws
  {
    let cancelled = "1,Canceled,Cancel,1,MUG,,1,,,,,,GBP 10.00,GBP 10.00,GBP 10.00,"
    let times = "01/09/2026 19:05:00,01/09/2026 19:05:00"
    try load(
      cancelled + times + ",02/09/2026 19:05:00",
      row("1", "LIP", returned: "1", refund: "10.00", line: 2))
    #expect(refunds.map { $0.prefix(18) } == ["refund 1/0 0 -10.0", "refund 1/1 -1 0.00"])
    // Cancellations of all lines stand for what is paid back.
    let other = Desk()
    for rows in [
      [cancelled + times + ",02/09/2026 19:05:00"],
      [row("1", "MUG", returned: "1", refund: "10.00")],
    ] {
      try other.load(
        export: ([Self.header] + rows).joined(separator: "\n") + "\n", stating: ["market": "UK"],
        tz: "+01:00")
    }
    #expect(!other.lines.contains { $0.hasPrefix("refund") })
  }

  @Test func `units that the file does not have are not known`() throws {
    try load(row("1", "MUG", returned: "", refund: "10.00"))
    #expect(refunds == ["refund 1/0 ? -10.00 GBP at \(paid) to 2026-10-05T08:00:00Z"])
  }

  @Test func `of a refund that has grown, what is new came after the file before`() throws {
    let first = row("1", "MUG", returned: "0", refund: "4.00")
    let later = row("1", "MUG", returned: "1", refund: "10.00")
    try load(first, stating: ["observed_at": "2026-09-10T09:00Z"])
    for _ in 1...2 { try load(later, stating: ["observed_at": "2026-09-20T09:00Z"]) }
    #expect(
      refunds == [
        "refund 1/0 0 -4.00 GBP at \(paid) to 2026-09-10T09:00:00Z",
        "refund 1/1 -1 -6.00 GBP at 2026-09-10T09:00:00Z to 2026-09-20T09:00:00Z",
      ])
    // The older file adds nothing.
    try load(first, stating: ["observed_at": "2026-09-10T09:00Z"])
    #expect(refunds.count == 2)
  }

  @Test func `a file that does not say when it was made may be older than its import`() throws {
    try load(row("1", "MUG", returned: "0", refund: "4.00"))
    try load(row("1", "MUG", returned: "0", refund: "10.00"), now: "2026-10-06T08:00Z")
    #expect(
      refunds.last == "refund 1/1 0 -6.00 GBP at \(paid) to 2026-10-06T08:00:00Z")
  }

  @Test(
    arguments: [
      ("All order-2026-09-15-10_22.csv", "2026-09-15T09:22:00Z"),
      ("x2026-09-15-10_22 (1).csv", "2026-09-15T09:22:00Z"),
      ("12026-09-15-10_22.csv", "2026-10-05T08:00:00Z"),
      ("2026-13-15-10_22.csv", "2026-10-05T08:00:00Z"),
    ])
  func `the name of a file says when it was made`(file: String, latest: String) throws {
    try load(row("1", "MUG", returned: "1", refund: "10.00"), file: file)
    #expect(refunds == ["refund 1/0 -1 -10.00 GBP at \(paid) to \(latest)"])
  }

  @Test func `a refund after the file was made is refused`() throws {
    try desk.load(
      export: [Self.header, row("1", "MUG", returned: "1", refund: "10.00")].joined(
        separator: "\n"),
      stating: ["market": "UK", "observed_at": "2026-08-01T09:00Z"], tz: "+01:00")
    #expect(
      desk.said.first?.contains("is after 2026-08-01T09:00:00Z") == true, "\(desk.said)")
  }

  @Test func `rows of sales may say that their units are not known`() throws {
    let rows = """
      order,line,product,quantity,amount,currency,at,market,kind,quantity_unknown,not_before
      1,1,MUG,1,10.00,GBP,2026-09-01T18:05Z,UK,,,
      1,1,MUG,,-10.00,GBP,2026-09-09T18:05Z,UK,refund,yes,2026-09-02T00:00Z
      2,1,MUG,2,10.00,GBP,2026-09-01T18:05Z,UK,,yes,
      3,1,MUG,1,10.00,GBP,2026-09-01T18:05Z,UK,,maybe,
      4,1,MUG,1,10.00,GBP,2026-09-01T18:05Z,UK,,,2026-09-01T18:00Z

      """
    try desk.load(rows, as: .sales)
    #expect(
      desk.lines == [
        "refund 1/1 ? -10.00 GBP at 2026-09-02T00:00:00Z to 2026-09-09T18:05:00Z",
        "sale 1/1 1 10.00 GBP at 2026-09-01T18:05:00Z",
      ])
    #expect(desk.rejections.map(\.reason).prefix(2) == [.knownQuantity, .noFlag])
    #expect(desk.rejections.count == 3)
  }
}
