import LedgerCore
import LedgerImport
import LedgerKit
import Tabular

@testable import ledger

extension ErrorExample where Value == Rejection {
  static func all() throws -> [ErrorExample] {
    let book = try ErrorBook()
    let rejections =
      try sales(book) + amounts(book) + shows(book)
      + others.flatMap { try book.load($0.text, as: $0.records).rejections }
      + tooManyOrders(book)
    let lacking = Rejection(
      file: "a.csv", line: 2, column: nil, value: nil, reason: .lacking(field: "line"),
      rawRecord: [])
    // From a pipe, which is read once; a file that does not decide is refused as a whole.
    let open = [
      Rejection(
        file: "a.csv", line: 3, column: "a", value: "1.234",
        reason: .ambiguousNumber(["1234", "1.234"]), rawRecord: []),
      Rejection(
        file: "a.csv", line: 3, column: "at", value: "06/10/2026",
        reason: .ambiguousTime(["2026-10-06", "2026-06-10"]), rawRecord: []),
    ]
    return rejections.map { ErrorExample(value: $0) }
      + (open + [lacking]).map { ErrorExample(value: $0, isConstructed: true) }
  }

  private static let others: [(records: RecordType, text: String)] = [
    (.targets, "metric,value,market,period\norders,5,,2022\n"),
    (.rates, "date,base,currency,rate,source\n,EUR,GBP,1,S\n12/2021,EUR,GBP,1,S\n"),
  ]

  private static func sales(_ book: ErrorBook) throws -> [Rejection] {
    let header = "order,line,product,quantity,amount,currency,at,event,market,kind\n"
    let rows = [
      "1,1,P", "2,1,P,one,5,GBP,2021-12-08T17:00Z,,UK,", "2,1,P,,5,GBP,2021-12-08T17:00Z,,UK,",
      "2,1,P,1,5,GBP,2021-12-08T17:00,,UK,", "2,1,P,1,5,GBP,2021-12-08T17:00Z,on-trand,,",
      "2,1,P,1,5,GBP,2021-12-08T17:00Z,,UK,return",
      "5.76E+17,1,P,1,5,GBP,2021-12-08T17:00Z,,UK,",
    ]
    let own = try book.load(header + rows.joined(separator: "\n") + "\n", as: .sales).rejections
    let profile = """
      records = "sales"
      line = "position"
      no_value = ["-"]
      not_markets = ["Unspecified"]
      columns = { order = "o", quantity = "q", amount = "a", market = "m" }
      constants = { product = "P", currency = "GBP", at = "2021-12-08T17:00Z" }
      [kind]
      column = "k"
      values = { S = "sale" }
      [[reject]]
      when = { quantity = "zero" }
      reason = "is a sale of no units"
      """
    let text = "o,q,a,m,k\n1,0,0,UK,S\n2,-,5,UK,S\n3,1,5,Unspecified,S\n4,1,5,UK,R\n"
    let unknown = """
      order,line,product,quantity,amount,currency,at,market,quantity_unknown
      2,1,P,1,5,GBP,2021-12-08T17:00Z,UK,perhaps
      2,1,P,1,5,GBP,2021-12-08T17:00Z,UK,yes
      3,1,P,1,5,GBP,2021-12-08T17:00Z,UK,
      3,1,P,1,5,GBP,2021-12-08T17:00Z,UK,

      """
    let continued = """
      records = "sales"
      line = "position"
      first_row_only = ["c"]
      columns = { order = "o", currency = "c", amount = "a" }
      constants = { product = "P", quantity = "1", market = "UK", at = "2021-12-08T17:00Z" }
      """
    return try own + book.load(text, as: .sales, profile).rejections
      + book.load(unknown, as: .sales).rejections
      + book.load("o,c,a\n1,,5\n", as: .sales, continued).rejections
  }

  private static func amounts(_ book: ErrorBook) throws -> [Rejection] {
    let profile = """
      records = "sales"
      line = "position"
      decimal_mark = "auto"
      columns = { order = "o", amount = "a" }
      constants = { product = "P", quantity = "1", market = "UK", at = "2021-12-08T17:00Z" }
      [aliases.currency]
      "€" = "EUR"
      """
    let stated = profile.replacing("market =", with: "currency = \"GBP\", market =")
    return try book.load("o,a\n1,19.99\n2,1.234\n3,@5.00\n", as: .sales, profile).rejections
      + book.load("o,a\n1,€5.00\n", as: .sales, stated).rejections
  }

  private static func shows(_ book: ErrorBook) throws -> [Rejection] {
    let profile = """
      records = "shows"
      event_key = "show {id}"
      columns = { starts_at = "start", duration = "long" }
      constants = { market = "UK", platform = "tiktok", title = "T" }
      [metrics]
      views = "v"
      """
    let text = """
      id,start,long,v
      1,2021-12-08T17:00Z,soon,5
      2,2021-12-08T17:00Z,0,5
      5.76E+17,2021-12-08T17:00Z,1h,5

      """
    return try book.load(text, as: .shows, profile).rejections
  }

  /// Their numbers are so long that few of them are all that can be told apart.
  static func manyOrders() -> String {
    let number = String(repeating: "x", count: 1 << 20)
    return "o\n" + (1...12).map { "\($0)\(number)\n" }.joined()
  }

  static let openAmounts = """
    records = "sales"
    decimal_mark = "auto"
    columns = { order = "o", amount = "a" }
    [constants]
    line = "1"
    product = "P"
    quantity = "1"
    currency = "GBP"
    market = "UK"
    at = "2021-12-08T17:00Z"
    """

  static let positions = """
    records = "sales"
    line = "position"
    columns = { order = "o" }
    [constants]
    product = "P"
    quantity = "1"
    amount = "1"
    currency = "GBP"
    market = "UK"
    at = "2021-12-08T17:00Z"
    """

  private static func tooManyOrders(_ book: ErrorBook) throws -> [Rejection] {
    var rejections: [Rejection] = []
    _ = try thrown(ImportError.self) {
      _ = try Importer(repository: book.ledger, reference: book.reference, zone: Zones.system.zone)
        .run(
          ByteSource(bytes: Array(manyOrders().utf8), name: "a.csv"), as: .sales,
          profile: Profile(toml: positions, name: "p.toml"), draft: { _ in book.draft },
          onRejection: { rejections.append($0) })
    }
    return rejections.filter { $0.reason == .tooManyOrders }
  }
}
