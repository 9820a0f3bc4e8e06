import Foundation
import LedgerCore
import LedgerImport
import Tabular
import Testing

/// A cell that a rule reads and that cannot be read is reported, whatever the profile.
struct GarbledCellTests {
  /// The cells of each row of a file, the header first, which has names that the profile has.
  private func rows(
    _ text: String, _ profile: String, delimiter: UInt8
  ) throws -> [[String]] {
    var reader = try CSVReader(
      ByteSource(bytes: Array(text.utf8)), delimiter: delimiter
    ) { names in names.count { isNamed($0, profile) } > 1 }
    var rows = [reader.header]
    while let row = try reader.next() {
      guard row == .record else { continue }
      rows.append(reader.header.indices.map { reader.text($0) })
    }
    return rows
  }

  private func isNamed(_ column: String, _ profile: String) -> Bool {
    let name = column.prefix { $0 != "(" }
    return !name.isEmpty && profile.contains("\"\(name)")
  }

  private func delimiter(_ name: String) -> UInt8 {
    UInt8(ascii: name == "lazada-orders" ? ";" : ",")
  }

  private func text(_ rows: [[String]], delimiter: UInt8) -> String {
    var writer = CSVWriter(delimiter: delimiter)
    for row in rows { writer.append(row) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The profile with all that a file of it does not say.
  private func profile(_ name: String) throws -> Profile {
    var profile = try #require(try KnownExports.profile(name)).settingTimeZone("+00:00")
    var stated = ["market": "UK"]
    if profile.records == .credits { stated = [:] }
    if profile.records == .audience { stated = ["event": "on-trend"] }
    if name.hasPrefix("whatnot") { stated = [:] }
    if name.hasPrefix("shopee") || name == "lazada-orders" { stated["currency"] = "MYR" }
    if name == "shopee-orders" { stated["currency"] = "IDR" }
    if name == "amazon-date-range" { stated["currency"] = "USD" }
    if name == "douyin-orders" { stated["currency"] = "CNY" }
    if profile.records == .shows { stated["observed_at"] = "2026-09-30T00:00Z" }
    if ["tiktok-creator-live-v1", "tiktok-creator-live-v2", "twitch-daily", "sullygnome-streams"]
      .contains(name)
    {
      stated["creators"] = "Ana"
    }
    for (field, value) in stated { profile = try profile.settingConstant(field, value) }
    return profile
  }

  private func load(
    _ rows: [[String]], _ profile: Profile
  ) throws -> (facts: Int, rejected: Int64) {
    let desk = Desk()
    if profile.records == .audience { try desk.addShow() }
    if profile.name.hasPrefix("whatnot") { try desk.addShow("whatnot-abc-123", market: "US") }
    let summary = try desk.load(
      text(rows, delimiter: delimiter(profile.name)), as: profile.records, profile)
    let ledger = desk.ledger
    return (
      ledger.events.count + ledger.counts.count + ledger.totals.count + ledger.sales.count
        + ledger.credits.count,
      summary.rejected
    )
  }

  @Test(arguments: KnownExports.names)
  func `a garbled cell rejects its row, or nothing is lost`(_ name: String) throws {
    let profile = try profile(name)
    let names = try #require(KnownExports.text(name))
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Exports")
    var tried = 0
    for file in ["\(name).csv", "\(name)-later.csv"] {
      guard let text = try? String(contentsOf: folder.appending(path: file), encoding: .utf8)
      else { continue }
      let rows = try rows(text, names, delimiter: delimiter(name))
      let columns = rows[0].indices.filter { isNamed(rows[0][$0], names) }
      var shapes = Set<[Bool]>()
      for row in rows.dropFirst() where shapes.insert(row.map(\.isEmpty)).inserted {
        let (facts, rejected) = try load([rows[0], row], profile)
        // What is not read as it stands cannot get worse.
        guard rejected == 0 else { continue }
        for column in columns where !row[column].isEmpty {
          var garbled = row
          garbled[column] = "?x1!"
          tried += 1
          guard let after = try? load([rows[0], garbled], profile), after.rejected == 0 else {
            continue
          }
          #expect(after.facts >= facts, "\(file), \(rows[0][column]), \(row[column])")
        }
      }
    }
    #expect(tried > 1)
  }

  private let refunds = """
    records = "sales"
    decimal_mark = "auto"
    time_zone = "UTC"
    time_format = "yyyy-MM-dd HH:mm"
    constants = { line = "1", market = "US" }
    [columns]
    order = "order"
    product = "sku"
    quantity = "qty"
    amount = "sold"
    at = "at"
    currency = "cur"
    [[movement]]
    kind = "refund"
    line = "0"
    amount = "refund"
    at = ["at"]
    when_column = { refund = "positive" }
    """

  @Test func `a refund is read like the amount beside it, and is rejected if it is no number`()
    throws
  {
    let desk = Desk()
    let rows = """
      order,sku,qty,sold,refund,at,cur
      11,A,1,"2,960","1,480",2026-03-04 11:22,JPY
      12,A,1,¥2960,"¥1,480",2026-03-04 11:22,JPY
      13,A,1,"24,680,135","1,357",2026-03-04 11:22,USD
      14,A,1,7.50,n/k,2026-03-04 11:22,USD
      15,A,1,7.50,-,2026-03-04 11:22,USD
      16,A,1,7.50,(2.50),2026-03-04 11:22,USD

      """
    let summary = try desk.load(rows, as: .sales, Profile(toml: refunds, name: "mine.toml"))
    #expect(
      desk.said == [
        "a.csv:5: column \"refund\", value \"n/k\": is not a number written like 1234.56"
      ])
    #expect([summary.recorded, summary.rejected] == [8, 1])
    #expect(
      desk.lines.filter { $0.hasPrefix("refund") } == [
        "refund 11/0 ? -1480 JPY at 2026-03-04T11:22:00Z",
        "refund 12/0 ? -1480 JPY at 2026-03-04T11:22:00Z",
        "refund 13/0 ? -1357.00 USD at 2026-03-04T11:22:00Z",
      ])
  }

  @Test func `a rule that tests a number rejects what is none`() throws {
    let profile = try Profile(
      toml: """
        records = "sales"
        columns = { order = "o", quantity = "q", amount = "a" }
        [constants]
        line = "1"
        product = "P"
        currency = "GBP"
        at = "2021-12-08T17:00Z"
        market = "UK"
        [[skip]]
        when_column = { tip = "positive" }
        """, name: "till.toml")
    let desk = Desk()
    let summary = try desk.load(
      "o,q,a,tip\n1,1,5,\n2,1,5,0\n3,1,5,2\n4,1,5,?\n5,1,5,-\n", as: .sales, profile)
    #expect([summary.recorded, summary.skipped, summary.rejected] == [3, 1, 1])
    #expect(desk.rejections.map(\.column) == ["tip"])
  }

  @Test func `a text may mean 0, and a quantity that is not known must not be garbled`() throws {
    let profile = try Profile(
      toml: """
        records = "sales"
        zero = ["free", "-"]
        columns = { order = "o", quantity = "q", amount = "a", quantity_unknown = "u" }
        [constants]
        line = "1"
        product = "P"
        currency = "GBP"
        at = "2021-12-08T17:00Z"
        market = "UK"
        """, name: "till.toml")
    let desk = Desk()
    let summary = try desk.load(
      "o,q,a,u\n1,1,free,\n2,1,-,\n3,abc,5,yes\n4,,5,yes\n", as: .sales, profile)
    #expect([summary.recorded, summary.rejected] == [3, 1])
    #expect(desk.rejections.map(\.value) == ["abc"])
    #expect(desk.lines.map { $0.contains("0.00") } == [true, true, false])
  }
}
