import Foundation
import LedgerCore
import LedgerImport
import Tabular
import Testing

struct FormatTests {
  private let desk = Desk()

  @Test func `JSON Lines are told from how they begin`() throws {
    let text = """
      {"order":"1","line":1,"product":"hat","quantity":2,"amount":19.98,"currency":"GBP",\
      "at":"2021-12-08T18:05:00Z","market":"UK","note":"x"}
      {"order":"2","line":1,"product":null,"quantity":1,"amount":0.1,"currency":"GBP",\
      "at":"2021-12-08T18:06:00Z","market":"UK","extra":true}

      """
    let summary = try desk.load(text, as: .sales)
    #expect(summary.recorded == 2)
    #expect(summary.unusedColumns == ["note", "extra"])
    #expect(Set(desk.ledger.sales.values.map(\.amount.exactText)) == ["19.98", "0.10"])
  }

  @Test func `a key that is read must be in the first object`() throws {
    let text = """
      {"order":"1","line":1,"product":"hat","quantity":2,"amount":1,"currency":"GBP",\
      "at":"2021-12-08T18:05:00Z","market":"UK"}
      {"order":"1","line":1,"product":"hat","quantity":-2,"amount":-1,"currency":"GBP",\
      "at":"2021-12-09T18:05:00Z","market":"UK","kind":"refund"}

      """
    let summary = try desk.load(text, as: .sales)
    #expect(summary.recorded == 1)
    #expect(desk.said.count == 1)
    #expect(desk.said.first?.hasPrefix("a.csv:2: has the key \"kind\", which the first") == true)
  }

  @Test func `a number of JSON is one, however the profile writes numbers`() throws {
    let profile = try Profile(
      toml: """
        records = "sales"
        decimal_mark = ","
        thousands_mark = "."
        constants = { market = "DE", currency = "EUR" }
        [columns]
        order = "Nr"
        line = "Pos"
        product = "Artikel"
        quantity = "Menge"
        amount = "Betrag"
        at = "Zeit"
        """, name: "kasse.toml")
    let text = """
      {"Nr":"1","Pos":1,"Artikel":"Hut","Menge":2,"Betrag":1.234,"Zeit":"2021-12-08T18:05:00Z"}
      {"Nr":"2","Pos":1,"Artikel":"Hut","Menge":2,"Betrag":"1.234","Zeit":"2021-12-08T18:05:00Z"}

      """
    #expect(try desk.load(text, as: .sales, profile).recorded == 2)
    #expect(Set(desk.ledger.sales.values.map(\.amount.exactText)) == ["1.234", "1234.00"])
  }

  @Test(arguments: ["5.76E+17", "5.76e17"])
  func `an order that a spreadsheet has rounded is refused with advice`(_ order: String) throws {
    let text = """
      order,line,product,quantity,amount,currency,at,market
      \(order),1,hat,1,1,GBP,2021-12-08T18:05:00Z,UK
      12E5,1,hat,1,1,GBP,2021-12-08T18:05:00Z,UK

      """
    #expect(try desk.load(text, as: .sales).recorded == 1)
    #expect(
      desk.said == [
        "a.csv:2: column \"order\", value \"\(order)\": is a number of which a spreadsheet keeps "
          + "15 digits only: format the column as text there, and export it again"
      ])
  }

  @Test func `an event that a spreadsheet has rounded is refused`() throws {
    let counts = "event,at,metric,count\n5.76E+17,2021-12-08T18:05:00Z,views,1\n"
    #expect(try desk.load(counts, as: .audience).rejected == 1)
    #expect(desk.said.first?.contains("format the column as text") == true)
    let shows = "event,market,platform,title,starts_at\n5.76E+17,UK,tiktok,x,2021-12-08T17:00Z\n"
    #expect(try desk.load(shows, as: .events).rejected == 1)
    #expect(desk.said.first?.contains("format the column as text") == true)
  }

  @Test func `what is known of the format wins over what is found`() throws {
    let importer = Importer(repository: desk.ledger, reference: reference, zone: zone)
    let text =
      "order;line;product;quantity;amount;currency;at;market\n"
      + "1;1;hat;1;1;GBP;2021-12-08T18:05:00Z;UK\n"
    var remarks: [ImportRemark] = []
    let summary = try importer.run(
      ByteSource(bytes: Array(text.utf8), name: "a.jsonl"), as: .sales,
      layout: FileLayout(format: .csv, delimiter: UInt8(ascii: ";")),
      draft: { _ in Entry.Draft(recordedAt: .earliest, command: "import") },
      onRemark: { remarks.append($0) })
    #expect(summary.recorded == 1)
    #expect(remarks == [.delimiter(UInt8(ascii: ";"))])
  }

  @Test func `a workbook is read where its columns are, whatever the profile's notation`() throws {
    let profile = try Profile(
      toml: """
        records = "sales"
        decimal_mark = ","
        thousands_mark = "."
        time_format = "dd.MM.yyyy HH:mm"
        time_zone = "+01:00"
        line = "position"
        constants = { market = "DE", currency = "EUR", quantity = "1", product = "x" }
        [columns]
        order = "order id"
        amount = "Amount"
        at = "Created"
        """, name: "tiktok.toml")
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "TabularTests/Fixtures/openpyxl.xlsx").path()
    let importer = Importer(repository: desk.ledger, reference: reference, zone: zone)
    var remarks: [ImportRemark] = []
    var rejections: [Rejection] = []
    let summary = try importer.run(
      try ByteSource(path: path), as: .sales, profile: profile,
      draft: { _ in Entry.Draft(recordedAt: .earliest, command: "import") },
      onRejection: { rejections.append($0) }, onRemark: { remarks.append($0) })
    #expect(remarks == [.sheet("OrderSKUList", headerRow: 3)])
    #expect(summary.unusedColumns == ["Paid", "Note"])
    let sale = try #require(desk.ledger.sales.values.first)
    #expect(desk.ledger.sales.count == 1)
    #expect(sale.key.order == "576461234567890123")
    #expect(sale.amount.exactText == "19.99")
    #expect(sale.at.description == "2026-04-18T21:14:00Z")
    // A number of 18 digits, which the program that wrote the file has rounded.
    #expect(rejections.map(\.line) == [6])
    #expect(rejections.first?.column == "Order ID")
  }
}
