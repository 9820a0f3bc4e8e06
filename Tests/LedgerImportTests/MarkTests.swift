import LedgerCore
import LedgerImport
import Testing

/// Marks of amounts, counts and dates, which the whole file decides where a cell does not.
struct MarkTests {
  private let desk = Desk()
  private static let header =
    "Order ID,Order Status,Cancelation/Return Type,SKU ID,Seller SKU,Product Name,Quantity,"
    + "Sku Quantity of return,SKU Unit Original Price,SKU Subtotal Before Discount,"
    + "SKU Platform Discount,SKU Seller Discount,SKU Subtotal After Discount,Order Amount,"
    + "Order Refund Amount,Created Time,Paid Time,Cancelled Time\n"

  private func row(
    _ order: String, _ amount: String, refund: String = "0", at time: String = "14/10/2026 07:02:00"
  ) -> String {
    "\(order),Completed,,1,S-1,Hat,2,\(refund == "0" ? 0 : 1),,,0,0,\"\(amount)\",\"\(amount)\","
      + "\"\(refund)\",\(time),\(time),\n"
  }

  private func orders(
    _ rows: String..., market: String = "VN", currency: String? = "VND"
  ) throws -> [String] {
    var stated = ["market": market]
    stated["currency"] = currency
    try desk.load(
      export: Self.header + rows.joined(), stating: stated, tz: "+07:00",
      at: TimeFormat.iso8601.instant("2026-12-05T08:00Z", zone: .utc))
    return desk.lines.map { String($0.prefix { $0 != ":" }.dropLast(14)) }
  }

  @Test(arguments: [
    ("464.000", "232.000", "464000", "232000"), ("464000", "232000", "464000", "232000"),
    ("464.000₫", "232.000₫", "464000", "232000"), ("464,000", "232,000", "464000", "232000"),
    ("4.640.000", "2.320.000", "4640000", "2320000"), ("₫464.000", "232.000 đ", "464000", "232000"),
    ("464.000 VND", "VND 232.000", "464000", "232000"),
  ])
  func `a refund has the marks of the sale`(
    _ amount: String, _ refund: String, _ sold: String, _ back: String
  ) throws {
    let lines = try orders(row("7", amount, refund: refund))
    #expect(desk.said == [])
    #expect(
      lines.map { $0.split(separator: " ").dropFirst(2).prefix(3).joined(separator: " ") } == [
        "-1 -\(back) VND", "2 \(sold) VND",
      ])
  }

  @Test func `thousands of counts and amounts of a currency without decimals`() throws {
    let text = """
      Data Period,User Id,Sales(Placed Order),Orders(Placed Order),Total Viewers,PCU
      03-09-2026,77,38.615.200₫,1.118,31.640,907
      04-09-2026,77,615.200₫,118,31.640,1.907

      """
    let profile = try Profile(
      toml: """
        records = "shows"
        decimal_mark = "auto"
        time_format = "dd-MM-yyyy"
        time_zone = "UTC"
        lasts = "all day"
        event_key = "{User Id} {Data Period}"
        constants = { market = "VN", platform = "x", title = "All" }
        columns = { starts_at = "Data Period" }
        metrics = { unique_viewers = "Total Viewers" }
        [totals]
        gmv_placed = "Sales(Placed Order)"
        orders_placed = "Orders(Placed Order)"
        peak_concurrent = "PCU"
        [aliases.currency]
        "₫" = "VND"
        """, name: "daily.toml")
    try desk.load(text, as: .shows, profile)
    #expect(desk.said == [])
    let values = desk.lines.dropFirst(2).map { $0.split(separator: " at ")[0] }
    #expect(
      values.sorted() == [
        "gmv_placed 38615200 VND", "gmv_placed 615200 VND", "orders_placed 1118",
        "orders_placed 118",
        "peak_concurrent 1907", "peak_concurrent 907", "unique_viewers 31640",
        "unique_viewers 31640",
      ])
  }

  @Test func `an amount that is ambiguous is decided by its column`() throws {
    let lines = try orders(
      row("1", "1.234"), row("2", "24,50"), market: "DE", currency: "EUR")
    #expect(lines.map { $0.split(separator: " ")[3] } == ["1234.00", "24.50"])
    let other = Desk()
    try other.load(
      export: Self.header + row("1", "1.234") + row("2", "24.50"),
      stating: ["market": "US", "currency": "USD"], tz: "+00:00")
    #expect(other.lines.map { $0.split(separator: " ")[3] } == ["1.234", "24.50"])
  }

  @Test func `a file that no cell decides is refused with both readings`() throws {
    do {
      _ = try orders(row("1", "24"), row("2", "1.234"), market: "DE", currency: "EUR")
      Issue.record("it was read")
    } catch let error as ImportError {
      #expect(
        error.description
          == "a.csv:3: column \"SKU Subtotal After Discount\", value \"1.234\": is 1234 or 1.234, "
          + "and no other cell of the file says which; nothing was recorded: state decimal_mark in "
          + "a profile")
      #expect(desk.lines == [])
    }
  }

  @Test func `the order of day and month is that of the whole file`() throws {
    let lines = try orders(
      row("1", "24.50", at: "07/10/2026 23:22:33"), row("2", "24.50", at: "07/11/2026 10:22:33"),
      row("3", "24.50", at: "07/25/2026 10:22:33"), market: "US", currency: "USD")
    #expect(desk.said == [])
    #expect(lines.count == 3)
    let months = desk.ledger.sales.values.map { "\($0.at)".prefix(7) }
    #expect(months == ["2026-07", "2026-07", "2026-07"])
  }

  @Test func `dates that no day decides are the market's, and refused where that has no order`()
    throws
  {
    _ = try orders(row("1", "5", at: "07/10/2026 23:22:33"), market: "UK", currency: "GBP")
    #expect(desk.ledger.sales.values.map { "\($0.at)".prefix(7) } == ["2026-10"])
    let error = #expect(throws: ImportError.self) {
      try orders(row("2", "5", at: "07/10/2026 23:22:33"), market: "US", currency: "USD")
    }
    #expect(
      error?.description
        == "a.csv:2: column \"Created Time\", value \"07/10/2026 23:22:33\": is 2026-10-07 or "
        + "2026-07-10, and no other cell of the file says which; nothing was recorded: state one "
        + "time_format in a profile")
  }

  @Test func `an amount has a sign or the code of its currency before or after it`() throws {
    let head = "order,line,product,quantity,amount,currency,at,market,kind\n"
    func row(_ order: Int, _ quantity: String, _ amount: String, _ kind: String = "") -> String {
      "\(order),1,hat,\(quantity),\(amount),GBP,2026-03-04T20:00:00Z,UK,\(kind)\n"
    }
    let summary = try desk.load(
      head + row(1, "1.0", "9.99") + row(2, "1.00", "£9.99") + row(3, "1", "9.99 GBP")
        + row(4, "-1", "(£9.99)", "refund") + row(5, "1", "€9.99") + row(6, "1", "9.99 pcs"),
      as: .sales)
    #expect([summary.recorded, summary.rejected] == [4, 2])
    #expect(
      desk.rejections.map(\.reason) == [
        .otherCurrency("EUR", stated: "GBP"), .unknownMark("pcs"),
      ])
    #expect(desk.lines.allSatisfy { $0.contains("9.99 GBP") })
  }
}
