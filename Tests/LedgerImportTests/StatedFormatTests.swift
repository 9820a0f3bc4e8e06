import Foundation
import LedgerCore
import LedgerImport
import Tabular
import Testing

/// What is stated of a file beside its profile: source, formats, sheets.
struct StatedFormatTests {
  private let ledger = MemoryLedger()

  private func load(
    _ source: ByteSource, as records: RecordType? = nil, _ layout: FileLayout = FileLayout(),
    stating constants: [String: String] = [:], profile: Profile? = nil, sumsUp: Bool = false
  ) throws -> (summary: ImportSummary, said: [String]) {
    var said: [String] = []
    let adapting = { (profile: Profile) throws(ProfileError) in
      var profile = profile
      for (field, value) in constants { profile = try profile.stating(field, value) }
      return try profile.stating(layout).settingTimeZone("UTC")
    }
    let importer = Importer(repository: ledger, reference: reference, zone: zone)
    let summary = try importer.run(
      source, as: records, profile: try profile.map(adapting), adapting: adapting, layout: layout,
      draft: { _ in Entry.Draft(recordedAt: .earliest, command: "import") },
      onRejection: { said.append($0.description) }, sumsUp: sumsUp)
    return (summary, said)
  }

  private func load(
    _ text: String, as records: RecordType? = nil, _ layout: FileLayout = FileLayout(),
    stating constants: [String: String] = [:], profile: Profile? = nil, sumsUp: Bool = false
  ) throws -> (summary: ImportSummary, said: [String]) {
    try load(
      ByteSource(bytes: Array(text.utf8), name: "a.csv"), as: records, layout, stating: constants,
      profile: profile, sumsUp: sumsUp)
  }

  private func refusal(_ body: () throws -> Void) -> String? {
    #expect(throws: ImportError.self, performing: body)?.description
  }

  private static let shop = """
    Name,Email,Financial Status,Paid at,Fulfilled at,Currency,Subtotal,Shipping,Taxes,Total,\
    Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,\
    Lineitem sku,Cancelled at,Refunded Amount,Id,Source
    #1001,,paid,,,USD,,,,,,0.00,2026-03-04 23:22:33 -0500,1,Lip,20.00,Lip,,0.00,1,web

    """

  /// Both orders are #1001; the second one was rejected as another value of the first.
  @Test func `a source tells the orders of two shops apart`() throws {
    let other = Self.shop.replacing("Lip,20.00", with: "Mascara,12.00")
    for (text, source) in [(Self.shop, "shop-a"), (other, "shop-b")] {
      let (summary, said) = try load(text, stating: ["market": "US", "source": source])
      #expect(summary.recorded == 1)
      #expect(said == [])
    }
    #expect(ledger.sales.keys.map(\.source).sorted() == ["shop-a", "shop-b"])
    #expect(
      refusal { _ = try load(Self.shop, stating: ["market": "US", "source": ""]) }
        == "shopify-orders: is empty")
  }

  @Test func `a source is who reports the totals of shows`() throws {
    let profile = try Profile(
      toml: """
        records = "shows"
        event_key = "{title}"
        [columns]
        title = "t"
        starts_at = "s"
        ends_at = "e"
        [constants]
        market = "UK"
        platform = "x"
        [totals]
        gmv_gross = "g"
        [aliases.currency]
        "£" = "GBP"
        """, name: "p.toml")
    _ = try load(
      "t,s,e,g\na,2022-01-01T10:00,2022-01-01T11:00,£5\n", stating: ["source": "agency"],
      profile: profile)
    #expect(ledger.totals.keys.map(\.source) == ["agency"])
  }

  @Test func `a column states the currency of a show's totals, where they name none`() throws {
    let profile = try Profile(
      toml: """
        records = "shows"
        event_key = "{title}"
        columns = { title = "t", starts_at = "s", ends_at = "e", currency = "c" }
        constants = { market = "UK", platform = "x" }
        [totals]
        gmv_gross = "g"
        orders = "n"
        """, name: "p.toml")
    let summary = try load(
      """
      t,s,e,c,g,n
      a,2022-01-01T10:00,2022-01-01T11:00,EUR,5.00,1
      b,2022-01-02T10:00,2022-01-02T11:00,,7.00 GBP,1
      d,2022-01-03T10:00,2022-01-03T11:00,,9.00,1
      """, profile: profile
    ).summary
    let money = ledger.totals.values.compactMap(\.money).map {
      "\($0.exactText) \($0.currency.code)"
    }
    #expect(money.sorted() == ["5.00 EUR", "7.00 GBP"])
    #expect(ledger.totals.values.count { $0.measure == .orders } == 3)
    #expect(summary.rejected == 1)
  }

  @Test func `a stated format of times is used in place of the profile's`() throws {
    var layout = FileLayout()
    layout.timeFormat = "dd/MM/yyyy HH:mm"
    let text = "event,market,platform,title,starts_at\na,UK,tiktok,A,02/03/2022 20:00\n"
    #expect(try load(text, layout).summary.recorded == 1)
    #expect(ledger.events.values.first?.startsAt.description == "2022-03-02T20:00:00Z")
    layout.timeFormat = "dd/QQ"
    #expect(
      refusal { _ = try load(text, layout) }?
        .contains("\"dd/QQ\" is no format of times") == true)
    layout.timeFormat = "dd/MM/yyyy"
    let claims = "stage,reported,source,market\nlive,2022,FT,UK\n"
    #expect(
      refusal { _ = try load(claims, layout) }?.contains("claims have days and no times") == true)
  }

  @Test func `a stated decimal mark is used in place of the profile's`() throws {
    let text = """
      order,line,product,quantity,amount,currency,at,market
      1,1,x,1,"1.234,50",EUR,2022-01-01T10:00Z,DE
      2,1,x,1,"12,5",EUR,2022-01-01T10:00Z,DE
      3,1,x,1,1.234,EUR,2022-01-01T10:00Z,DE

      """
    var layout = FileLayout()
    for mark in [DecimalMark.comma, .auto] {
      layout.decimalMark = mark
      let (summary, said) = try load(text, layout)
      #expect(summary.recorded + summary.alreadyRecorded == 3)
      #expect(said == [])
    }
    let amounts = ledger.sales.values.map(\.amount.exactText).sorted()
    #expect(amounts == ["12.50", "1234.00", "1234.50"])
    layout.decimalMark = .point
    #expect(try load(text, layout).summary.rejected == 3)
    let events = "event,market,platform,title,starts_at\na,UK,tiktok,A,2022-03-02T20:00Z\n"
    #expect(
      refusal { _ = try load(events, layout) }?.contains("events have no numbers") == true)
  }

  @Test func `what records do not have is refused by its name`() {
    let events = "event,market,platform,title,starts_at\na,UK,tiktok,A,2022-03-02T20:00Z\n"
    #expect(
      refusal { _ = try load(events, stating: ["currency": "GBP"]) }?
        .contains("\"currency\" is not known as a field") == true)
  }

  @Test func `all sheets are read where that is stated, and of no other file`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "TabularTests/Fixtures/hidden-sheet.xlsx").path()
    var layout = FileLayout()
    layout.allSheets = true
    let (summary, _) = try load(ByteSource(path: file), as: .sales, layout)
    #expect([summary.recorded, Int64(summary.omissions.count)] == [2, 0])
    #expect(
      refusal { _ = try load(Self.shop, layout, stating: ["market": "US"]) }
        == "a.csv: is CSV, which has no sheets")
  }

  // MARK: Encodings

  private static let sales = "order,line,product,quantity,amount,currency,at,market\n"

  private func utf16(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  @Test func `UTF-16 is read without a word, as CSV and as JSON`() throws {
    let tabs = (Self.sales + "1,1,Crème 中,1,5,EUR,2022-01-01T10:00Z,DE\n")
      .replacing(",", with: "\t")
    let json =
      #"{"order":"2","line":1,"product":"Crème","quantity":1,"amount":5,"currency":"EUR","#
      + #""at":"2022-01-01T10:00Z","market":"DE"}"# + "\n"
    for mark in ["\u{FEFF}", ""] {
      let file = ByteSource(bytes: utf16(mark + tabs), name: "a.csv")
      let summary = try load(
        file, as: .sales, FileLayout(delimiter: UInt8(ascii: "\t"))
      ).summary
      #expect(summary.recorded + summary.alreadyRecorded == 1)
      let lines = ByteSource(bytes: utf16(mark + json), name: "a.txt")
      #expect(try load(lines, as: .sales).summary.rows == 1)
    }
    #expect(ledger.sales.values.compactMap(\.product).sorted() == ["Crème", "Crème 中"])
  }

  @Test func `an encoding is stated, or in a profile, and of no workbook`() throws {
    let row = Array("1,1,cr".utf8) + [0xE8] + Array("me,1,5,GBP,2022-01-01T10:00Z,UK\n".utf8)
    let source = { ByteSource(bytes: Array(Self.sales.utf8) + row, name: "a.csv") }
    #expect(
      try load(source(), as: .sales).said == [
        "a.csv:2: the byte 0xE8 at byte 60 in column \"product\" is not UTF-8 but may be "
          + "windows-1252 or iso-8859-1: state its encoding"
      ])
    var layout = FileLayout()
    layout.encoding = .windows1252
    #expect(try load(source(), as: .sales, layout).summary.recorded == 1)
    #expect(ledger.sales.values.map(\.product) == ["crème"])
    let profile = """
      records = "sales"
      encoding = "GBK"
      columns = { order = "\u{8BA2}\u{5355}", product = "p", quantity = "q", amount = "a", at = "t" }
      constants = { line = "1", market = "DE", currency = "EUR" }
      """
    let chinese =
      [0xB6, 0xA9, 0xB5, 0xA5] + Array(",p,q,a,t\n7,".utf8) + [0xC1, 0xBA]
      + Array(",1,5,2022-01-01T10:00Z\n".utf8)
    let file = ByteSource(bytes: chinese, name: "b.csv")
    #expect(
      try load(file, profile: Profile(toml: profile, name: "p.toml")).summary.recorded == 1)
    #expect(ledger.sales.values.contains { $0.product == "梁" })
    let workbook = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "TabularTests/Fixtures/hidden-sheet.xlsx").path()
    #expect(
      refusal { _ = try load(ByteSource(path: workbook), as: .sales, layout) }?
        .hasSuffix("is an Excel workbook, which says itself how its text is written") == true)
  }

  // MARK: Sums

  @Test func `sums are of what the book takes, each movement once`() throws {
    let text = """
      order,line,product,quantity,amount,currency,at,market,kind
      1,1,x,2,2469.00,EUR,2022-01-01T10:00Z,DE,
      1,2,y,1,10.00,EUR,2022-01-01T10:00Z,DE,
      2,1,x,1,5.25,EUR,2022-01-01T11:00Z,DE,
      1,1,x,-1,-1234.50,EUR,2022-01-02T10:00Z,DE,refund
      4,1,x,1,x,EUR,2022-01-01T11:00Z,DE,

      """
    for _ in 1...2 {
      let lines = try load(text, as: .sales, sumsUp: true).summary.sums?.lines
      #expect(
        lines == [
          "EUR: orders 2, units 4, gross 2,484.25, refunds −1,234.50, units that came back 1, "
            + "net 1,249.75"
        ])
    }
    #expect(try load(text, as: .sales).summary.sums == nil)
    let shows = """
      event,market,platform,title,starts_at,ends_at
      a,UK,tiktok,A,2022-03-02T20:00Z,2022-03-02T21:30Z
      b,UK,tiktok,B,2022-03-02T20:00Z,

      """
    #expect(
      try load(shows, sumsUp: true).summary.sums?.lines
        == ["shows 2, hours 1.50, 1 without an end"])
    let counts = """
      event,at,metric,count
      a,2022-03-02T20:10Z,views,1200
      a,2022-03-02T20:20Z,views,1300

      """
    #expect(
      try load(counts, sumsUp: true).summary.sums?.lines == [
        "views: 2 counts, first at 2022-03-02T20:10:00Z, last at 2022-03-02T20:20:00Z"
      ])
  }
}
