import Foundation
import LedgerCore
import LedgerImport
import Tabular
import Testing

@testable import ledger

extension ErrorExample where Value == ImportError {
  static func all() throws -> [ErrorExample] {
    let book = try ErrorBook()
    func fail(
      _ text: String, as records: RecordType? = nil, _ toml: String? = nil,
      stating constants: [String: String] = [:], layout: FileLayout = FileLayout(),
      limit: Int64? = nil
    ) throws -> ImportError {
      try thrown {
        try book.load(text, as: records, toml, stating: constants, layout: layout, limit: limit)
      }
    }
    let sales = "order,line,product,quantity,amount,currency,at\n"
    var allSheets = FileLayout()
    allSheets.allSheets = true
    let known = try #require(KnownExports.text("sullygnome-streams"))
    let columns = try Self.header(of: known)
    let orders = try Self.header(of: #require(KnownExports.text("tiktok-orders")))
    let errors = [
      try fail(sales.replacing("at\n", with: "at,market\n") + "1,\"2\n", as: .sales),
      try fail("order,line,product,quantity,amount,at,market\n", as: .sales),
      try fail(sales, as: .sales),
      try fail("a,b\n", as: .audience, "records = \"audience\"\ncolumns = { at = \"a\" }"),
      try fail(columns.replacing("Peak viewers", with: "Top viewers")),
      try fail("o1,1,lipstick,1,1.00\n", as: .sales),
      try fail("colour,taste\n"), try fail("colour,taste\n", as: .events),
      try fail("Order ID,Quantity\n"), try fail(orders, as: .audience),
      try fail("a\n", as: .events, "records = \"sales\""),
      try fail(
        "Date,Datum\n", as: .audience,
        "records = \"audience\"\ncolumns = { at = [\"Date\", \"Datum\"] }"),
      try fail("o,a\n1,24\n2,1.234\n", as: .sales, RejectionExample.openAmounts),
      try fail(sales, as: .sales, layout: allSheets),
      try fail(sales.replacing("at\n", with: "at,event\n"), as: .sales, stating: ["event": "x"]),
      try fail(columns, stating: ["metric": "views"]),
      try fail(RejectionExample.manyOrders(), as: .sales, RejectionExample.positions),
      try fail(
        sales.replacing("at\n", with: "at,market\n") + "1\n2\n", as: .sales, limit: 1),
    ]
    return errors.map { ErrorExample(value: $0) }
  }

  typealias RejectionExample = ErrorExample<Rejection>

  /// A row of the columns by which an export is known.
  static func header(of toml: String) throws -> String {
    let list = try #require(toml.firstMatch(of: /\nheader = \[([^\]]*)\]/)).1
    return list.matches(of: /"([^"]*)"/).map { String($0.1) }.joined(separator: ",") + "\n"
  }
}

extension ErrorExample where Value == ImportRemark {
  static func all() throws -> [ErrorExample] {
    let book = try ErrorBook()
    func remarks(
      _ text: String, as records: RecordType? = nil, _ layout: FileLayout = FileLayout(),
      accepting: Bool = false
    ) throws -> [ImportRemark] {
      try book.load(
        text, as: records, stating: records == nil ? ["market": "UK"] : [:], layout: layout,
        accepting: accepting
      ).remarks
    }
    let header = try ErrorExample<ImportError>.header(
      of: #require(KnownExports.text("sullygnome-streams")))
    let workbook = Project.root.appending(path: "Tests/TabularTests/Fixtures/openpyxl.xlsx")
    let hidden = Project.root.appending(path: "Tests/TabularTests/Fixtures/hidden-sheet.xlsx")
    let profile = """
      records = "sales"
      line = "position"
      time_format = "dd.MM.yyyy HH:mm"
      time_zone = "UTC"
      constants = { market = "DE", currency = "EUR", quantity = "1", product = "x" }
      columns = { order = "order id", amount = "Amount", at = "Created" }
      """
    let found =
      try remarks(header)
      + remarks(header.replacing("Peak viewers", with: "Top viewers"), accepting: true)
      + remarks(
        ErrorBook.sale.replacing(",", with: ";"), as: .sales,
        FileLayout(delimiter: UInt8(ascii: ";")))
      + remarks(ErrorBook.sale, as: .sales, FileLayout(sheet: "Orders"))
      + book.load(ByteSource(path: workbook.path()), as: .sales, profile).remarks
      + book.load(ByteSource(path: hidden.path()), as: .sales).remarks.suffix(1)
    let members = [
      ImportRemark.member("orders.csv"), .memberNotRead("notes.csv"), .fileLeftOut,
      .encoding(.utf16LE), .explained("line 2\n  column \"Order\", value \"1\": order"),
    ]
    return found.map { ErrorExample(value: $0) }
      + members.map { ErrorExample(value: $0, isConstructed: true) }
  }
}

extension ErrorExample where Value == ProfileError {
  static func all() throws -> [ErrorExample] {
    let errors: [ProfileError] = [
      try thrown { _ = try Profile(toml: "records = sales", name: "p.toml") },
      try thrown { _ = try Profile(toml: "records = \"concerts\"", name: "p.toml") },
      try thrown {
        _ = try ReadinessPolicy(
          toml: ReadinessPolicy.standardText.replacing("version", with: "vesion"),
          name: "policy.toml", reference: ErrorBook().reference)
      },
      try thrown {
        _ = try Profile(toml: "records = \"audience\"", name: "p.toml")
          .settingConstant("market", "UK")
      },
    ]
    let whole = ProfileError(profile: "p.toml", place: .whole, reason: "is not TOML: …")
    return errors.map { ErrorExample(value: $0) }
      + [ErrorExample(value: whole, isConstructed: true)]
  }
}

extension ErrorExample where Value == TabularError {
  static func all() throws -> [ErrorExample] {
    let folder = try Shell.newFolder()
    func read(_ text: String) throws -> TabularError {
      try thrown { _ = try CSVReader(ByteSource(bytes: Array(text.utf8))) }
    }
    let errors: [TabularError] = [
      try thrown { _ = try ByteSource(path: folder.appending(path: "nothing.csv").path()) },
      try thrown { _ = try ByteSource(path: folder.path()) },
      try read("a;b\n1;2\n"), try read("1,2\n3,4\n"), try read("a,a\n1,2\n"),
    ]
    let failed = TabularError(.failed, byteOffset: 65536, reason: "cannot be read: I/O error")
    return errors.map { ErrorExample(value: $0) }
      + [ErrorExample(value: failed, isConstructed: true)]
  }
}
