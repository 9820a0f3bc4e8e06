import LedgerCore
import LedgerImport
import Testing

/// Which orders of a shop are sales, in the languages of the markets.
struct OrderStateTests {
  private let desk = Desk()

  private func load(
    _ status: String, paid: Bool, cancelled: String = "", type: String = "",
    payment: String? = nil
  ) throws -> ImportSummary {
    let header =
      "Order ID,Order Status,Cancelation/Return Type,SKU ID,Seller SKU,Product Name,Quantity,"
      + "Sku Quantity of return,SKU Unit Original Price,SKU Subtotal Before Discount,"
      + "SKU Platform Discount,SKU Seller Discount,SKU Subtotal After Discount,Order Amount,"
      + "Order Refund Amount,Created Time,Paid Time,Cancelled Time"
    let row =
      "1,\(status),\(type),1,S-1,Hat,1,0,,,0,0,20,20,0,14/10/2026 07:01:00,"
      + "\(paid ? "14/10/2026 07:01:00" : ""),\(cancelled)"
    return try desk.load(
      export: header + (payment == nil ? "" : ",Payment Method") + "\n" + row
        + (payment.map { ",\($0)" } ?? "") + "\n",
      stating: ["market": "MY", "currency": "MYR"], tz: "+07:00")
  }

  @Test(arguments: [
    "Unpaid", "ค้างชำระ", "รอการชำระเงิน", "Belum dibayar", "Não pago", "Aguardando pagamento",
    "Chưa thanh toán", "No pagado", "UNBEZAHLT", "Non payé", "Non pagato", "未払い",
  ])
  func `an order that is not paid is no sale`(_ status: String) throws {
    let summary = try load(status, paid: false)
    #expect([summary.recorded, summary.skipped, summary.rejected] == [0, 1, 0])
  }

  @Test(arguments: ["จัดส่งแล้ว", "Dikirim", "Enviado", "Đã giao", "To ship"])
  func `an order that was paid, or goes on, is a sale`(_ status: String) throws {
    #expect(try load(status, paid: true).recorded == 1)
    #expect(try load(status, paid: false).alreadyRecorded == 1)
  }

  @Test func `no payment is needed at the door, whatever the word of the state`() throws {
    for payment in ["COD", "Thanh toán khi nhận hàng", "เก็บเงินปลายทาง", "Bayar di tempat"] {
      #expect(try load("a new word", paid: false, payment: payment).rejected == 0)
    }
    #expect(desk.ledger.sales.count == 1)
  }

  @Test func `an unknown word that decides is reported`() throws {
    #expect(try load("a new word", paid: true).recorded == 1)
    for payment in [nil, "", "Card"] as [String?] {
      #expect(try load("a new word", paid: false, payment: payment).rejected == 1)
      #expect(
        desk.said == [
          "a.csv:2: column \"Order Status\", value \"a new word\": is not known as a state of an "
            + "order, which has no paid time: it may be unpaid"
        ])
    }
  }

  @Test func `a cancellation and a return are told apart by known words`() throws {
    let time = "15/10/2026 07:01:00"
    func kinds(_ type: String) throws -> [String] {
      let desk = OrderStateTests()
      _ = try desk.load("Completed", paid: true, cancelled: time, type: type)
      return desk.desk.lines.map { String($0.prefix { $0 != " " }) } + desk.desk.said
    }
    #expect(try kinds("ยกเลิก") == ["cancellation", "sale"])
    #expect(try kinds("Trả hàng/Hoàn tiền") == ["sale"])
    #expect(
      try kinds("another") == [
        "a.csv:2: column \"Cancelation/Return Type\", value \"another\": is known neither as a "
          + "cancellation nor as a return, one of which the order is"
      ])
  }
}
