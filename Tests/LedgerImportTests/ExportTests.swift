import Foundation
import LedgerCore
import LedgerImport
import Testing

/// Small files in the exact shape of each known export, with made-up values: what becomes of them.
struct ExportTests {
  private let desk = Desk()
  private let brazil = ["market": "BR", "creators": "Ana"]

  private func text(_ name: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Exports")
    return try String(contentsOf: folder.appending(path: "\(name).csv"), encoding: .utf8)
  }

  @Test func `TikTok orders give sales, and later what was cancelled or paid back`() throws {
    let summary = try desk.load(
      export: text("tiktok-orders"), stating: ["market": "BR"], tz: "-03:00")
    #expect(desk.said == [])
    #expect(desk.notices == ["read as tiktok-orders"])
    #expect(summary.recorded == 4)
    // The description and an order that is not paid.
    #expect(summary.skipped == 2)
    let sales = [
      "sale 576461413038785752/1729382476852921560 2 35.91 BRL at 2026-06-01T22:05:00Z",
      "sale 576461413038785752/1729382476852921561 1 1234.50 BRL at 2026-06-01T22:05:00Z",
      "sale 576461413038785999/1729382476852921561 1 0.00 BRL at 2026-06-01T22:05:00Z",
      "sale 576461413038786111/1729382476852921560 1 17.95 BRL at 2026-06-01T22:05:00Z",
    ]
    #expect(desk.lines == sales)
    #expect(
      try desk.load(export: text("tiktok-orders"), stating: ["market": "BR"], tz: "-03:00")
        .alreadyRecorded == 4)
    let later = try desk.load(
      export: text("tiktok-orders-later"), stating: ["market": "BR"], tz: "-03:00")
    #expect(desk.said == [])
    #expect(later.recorded == 3)
    #expect(
      desk.lines == [
        "cancellation 576461413038785752/1729382476852921560 -2 -35.91 BRL at 2026-06-02T11:00:00Z",
        "cancellation 576461413038785752/1729382476852921561 -1 -1234.50 BRL"
          + " at 2026-06-02T11:00:00Z",
        "refund 576461413038786111/0 ? -10.00 BRL at 2026-06-01T22:06:00Z",
      ] + sales)
  }

  @Test func `times of the United States are told by AM and PM`() throws {
    let american = try text("tiktok-orders").replacing(
      "01/06/2026 19:05:00", with: "06/01/2026 7:05:00 PM"
    ).replacing("BRL ", with: "")
    try desk.load(
      export: american.replacing("35,91", with: "35.91").replacing("1.234,50", with: "1,234.50")
        .replacing("17,95", with: "17.95"), stating: ["market": "US", "currency": "USD"],
      tz: "-07:00")
    #expect(desk.said == [])
    #expect(
      desk.lines.first
        == "sale 576461413038785752/1729382476852921560 2 35.91 USD at 2026-06-02T02:05:00Z")
    #expect(desk.lines.count == 4)
  }

  @Test func `TikTok creator LIVE performance, first version`() throws {
    let summary = try desk.load(
      export: text("tiktok-creator-live-v1"), stating: brazil, tz: "-03:00")
    #expect(desk.said == [])
    #expect(summary.skipped == 1)
    let end = "2026-04-18T23:40:00Z"
    #expect(
      desk.lines == [
        "event tiktok-ana-2026-04-18t22-00-00z-noite-de-ofertas BR 2026-04-18T22:00:00Z–\(end) Ana",
        "comments 812 at \(end)", "likes 10233 at \(end)", "new_followers 57 at \(end)",
        "product_clicks 1203 at \(end)", "product_impressions 20110 at \(end)",
        "shares 90 at \(end)", "unique_viewers 3911 at \(end)", "views 4820 at \(end)",
        "average_watch_seconds 48 at \(end)", "customers 38 at \(end)",
        "gmv_direct 1500.00 BRL at \(end)", "gmv_gross 1686.71 BRL at \(end)",
        "orders 40 at \(end)", "peak_concurrent 312 at \(end)", "units 42 at \(end)",
      ])
    let again = try desk.load(
      export: text("tiktok-creator-live-v1"), stating: brazil, tz: "-03:00")
    #expect([again.recorded, again.alreadyRecorded] == [0, 16])
  }

  @Test func `a later export of a show is another observation, and without its time a conflict`()
    throws
  {
    let first = try text("tiktok-creator-live-v1")
    try desk.load(export: first, stating: brazil, tz: "-03:00")
    let second = first.replacing("R$ 1.686,71", with: "R$ 1.600,00")
    let blind = try desk.load(export: second, stating: brazil, tz: "-03:00")
    #expect([blind.recorded, blind.rejected] == [0, 1])
    guard case .ledger(.conflict(_, _, _, remedy: .laterObservation)) = desk.rejections[0].reason
    else {
      Issue.record("\(desk.said)")
      return
    }
    let dated = try desk.load(
      export: second, stating: brazil.merging(["observed_at": "2026-04-20T09:00Z"]) { $1 },
      tz: "-03:00")
    #expect([dated.recorded, dated.alreadyRecorded, dated.rejected] == [15, 1, 0])
    let gross = desk.ledger.totals.values.filter { $0.measure == .gmvGross }.map(\.exactText)
    #expect(gross.sorted() == ["1600.00", "1686.71"])
  }

  @Test func `TikTok creator LIVE performance, second version`() throws {
    let summary = try desk.load(
      export: text("tiktok-creator-live-v2"), stating: brazil, tz: "-03:00")
    #expect(desk.said == [])
    #expect(desk.notices == ["read as tiktok-creator-live-v2"])
    #expect(summary.noValue == 2)
    let end = "2026-05-03T00:00:00Z"
    #expect(desk.lines.contains("gmv_attributed 2000.00 BRL at \(end)"))
    #expect(desk.lines.contains("orders_attributed 45 at \(end)"))
    #expect(desk.lines.contains("average_watch_seconds_per_viewer 63 at \(end)"))
    // The export has neither, and nothing is made up.
    #expect(!desk.lines.contains { $0.hasPrefix("unique_viewers") || $0.hasPrefix("peak") })
  }

  @Test func `TikTok LIVE performance detail`() throws {
    try desk.load(
      export: text("tiktok-live-detail"),
      stating: ["market": "MY", "observed_at": "2026-05-03T09:00"], tz: "+08:00")
    #expect(desk.said == [])
    #expect(
      desk.lines.first
        == "event tiktok-7501234567890123456 MY 2026-05-02T11:00:00Z–2026-05-02T13:00:00Z")
    #expect(desk.lines.contains("gmv_attributed 512.30 MYR at 2026-05-03T01:00:00Z"))
    #expect(desk.lines.contains("average_watch_seconds 65 at 2026-05-03T01:00:00Z"))
    try desk.load(
      export: text("tiktok-live-detail").replacing("7501234567890123456", with: "7.50123E+18"),
      stating: ["market": "MY"], tz: "+08:00")
    #expect(desk.said.first?.contains("has lost digits") == true)
  }

  @Test func `TikTok seller LIVE analysis has its currency in the names of columns`() throws {
    try desk.load(export: text("tiktok-seller-live"), stating: ["market": "MY"], tz: "+08:00")
    #expect(desk.said == [])
    let end = "2026-04-18T15:54:00Z"
    #expect(
      desk.lines.prefix(4) == [
        "event tiktok-made-up-host-2026-04-18t14-14-00z MY 2026-04-18T14:14:00Z–\(end) made.up.host",
        "comments 44 at \(end)", "likes 700 at \(end)", "product_clicks 330 at \(end)",
      ])
    #expect(desk.lines.contains("gmv_gross 1234.50 MYR at \(end)"))
    #expect(desk.lines.contains("gmv_attributed 1300.00 MYR at \(end)"))
    #expect(desk.lines.contains("average_watch_seconds 65 at \(end)"))
  }

  @Test func `Shopify orders repeat their order's columns, and give no order twice`() throws {
    try desk.load(export: text("shopify-orders"), stating: ["market": "UK"])
    #expect(desk.said == [])
    let first = [
      "adjustment #1002/0 0 -5.00 GBP at 2026-06-01T10:00:00Z",
      "sale #1001/1 1 9.99 GBP at 2026-06-01T10:00:00Z",
      "sale #1002/1 2 19.98 GBP at 2026-06-01T10:00:00Z",
      "sale #1002/2 1 4.50 GBP at 2026-06-01T10:00:00Z",
    ]
    #expect(desk.lines == first)
    let later = try desk.load(export: text("shopify-orders-later"), stating: ["market": "UK"])
    #expect(desk.said == [])
    // What was refunded of #1002 before it was cancelled is nothing, which the book has.
    #expect([later.recorded, later.alreadyRecorded] == [4, 5])
    #expect(
      desk.lines
        == (first + [
          "adjustment #1002/1 0 5.00 GBP at 2026-06-02T12:00:00Z",
          "cancellation #1002/1 -2 -19.98 GBP at 2026-06-02T12:00:00Z",
          "cancellation #1002/2 -1 -4.50 GBP at 2026-06-02T12:00:00Z",
          "refund #1001/0 ? -9.99 GBP at 2026-06-01T10:00:05Z",
        ]).sorted())
    // The cancelled order comes to nothing.
    let net = desk.ledger.sales.values.filter { $0.key.order == "#1002" }.map(\.amount.micros)
    #expect(net.reduce(0, +) == 0)
  }

  /// An export in which #1001 of 9.99 was refunded so much, and perhaps cancelled.
  private func shopify(refunded: String, cancelled: String = "") throws -> String {
    var lines = try text("shopify-orders").split(separator: "\n").map(String.init)
    lines = [lines[0], try #require(lines.first { $0.hasPrefix("#1001,") })]
    #expect(lines[1].contains(",0,,,,,,0.00,"))
    lines[1] = lines[1].replacing(",0,,,,,,0.00,", with: ",0,,,\(cancelled),,,\(refunded),")
    return lines.joined(separator: "\n") + "\n"
  }

  private func kept(_ kind: String) -> [String] {
    desk.lines.filter { $0.hasPrefix(kind) }
  }

  @Test func `a refund that has grown adds what is new of it, whatever is loaded again`() throws {
    let five = try shopify(refunded: "5.00")
    let eight = try shopify(refunded: "8.00")
    for export in [five, five, eight, five, eight] {
      try desk.load(export: export, stating: ["market": "UK"])
      #expect(desk.said == [])
    }
    #expect(
      kept("refund") == [
        "refund #1001/0 ? -5.00 GBP at 2026-06-01T10:00:05Z",
        "refund #1001/1 ? -3.00 GBP at 2026-06-01T10:00:05Z",
      ])
  }

  @Test func `an order that is refunded and then cancelled comes to nothing`() throws {
    let refunded = try shopify(refunded: "5.00")
    let cancelled = try shopify(refunded: "9.99", cancelled: "2026-06-03 12:00:00 +0000")
    for exports in [[refunded, cancelled, refunded, cancelled], [cancelled, refunded]] {
      let desk = Desk()
      for export in exports { try desk.load(export: export, stating: ["market": "UK"]) }
      #expect(desk.said == [])
      #expect(desk.ledger.sales.values.map(\.amount.micros).reduce(0, +) == 0)
      let back = desk.lines.filter { $0.hasPrefix("adjustment") }
      #expect(
        back
          == (exports.count == 4 ? ["adjustment #1001/2 0 5.00 GBP at 2026-06-03T12:00:00Z"] : []))
    }
  }

  @Test func `Whatnot sales are credited to the show of their livestream`() throws {
    try desk.load(export: text("whatnot-seller-report"))
    #expect(desk.said.count == 2)
    #expect(desk.said.allSatisfy { $0.contains("whatnot-abc-123") })
    try desk.addShow("whatnot-abc-123", market: "US")
    let summary = try desk.load(export: text("whatnot-seller-report"))
    #expect([summary.recorded, summary.rejected] == [2, 0])
    #expect(summary.skippedByName == ["payout": 1])
    // Only types that are known not to be sales are skipped.
    try desk.load(export: text("whatnot-seller-report").replacing("PAYOUT", with: "BONUS"))
    #expect(desk.said.first?.contains("\"BONUS\"") == true)
    let later = try desk.load(export: text("whatnot-seller-report-later"))
    #expect([later.recorded, later.alreadyRecorded] == [1, 2])
    #expect(
      desk.lines.dropFirst() == [
        "refund 9001/1 -1 -12.00 USD at 2026-06-05T09:00:00Z in whatnot-abc-123",
        "sale 9001/1 1 12.00 USD at 2026-06-01T20:10:00Z in whatnot-abc-123",
        "sale 9002/1 1 0.00 USD at 2026-06-01T20:10:00Z in whatnot-abc-123",
      ])
  }

  @Test func `YouTube table data wants the time of its export`() throws {
    try desk.load(export: text("youtube-table-data"), stating: ["market": "US"], tz: "-07:00")
    #expect(desk.rejections.first?.reason == .notObserved)
    try desk.load(
      export: text("youtube-table-data"),
      stating: ["market": "US", "observed_at": "2026-05-04T00:00Z"], tz: "-07:00")
    let at = "2026-05-04T00:00:00Z"
    #expect(
      desk.lines == [
        "event youtube-dqw4w9made0 US 2026-05-01T07:00:00Z–", "new_followers 9 at \(at)",
        "views 1500 at \(at)", "average_watch_seconds 289 at \(at)",
        "creator_revenue 3.21 USD at \(at)", "live_impressions 9000 at \(at)",
        "watch_seconds 433800 at \(at)",
      ])
  }

  @Test func `Twitch, by minute and by day`() throws {
    try desk.addShow()
    try desk.load(
      export: text("twitch-stream-summary"), stating: ["event": "on-trend"], tz: "+00:00")
    #expect(desk.said == [])
    #expect(
      desk.lines.dropFirst() == [
        "concurrent 12 at 2026-05-01T18:00:00Z", "concurrent 15 at 2026-05-01T18:05:00Z",
      ])
    let summary = try desk.load(
      export: text("twitch-daily"), stating: ["market": "US", "creators": "made_up"], tz: "-07:00")
    #expect(desk.said == [])
    #expect(summary.skipped == 1)
    #expect(
      desk.lines.contains(
        "event twitch-made-up-fri-may-01-2026 US 2026-05-01T07:00:00Z–2026-05-02T07:00:00Z made_up")
    )
    #expect(desk.lines.contains("average_concurrent 12.5 at 2026-05-02T07:00:00Z"))
    #expect(desk.lines.contains("watch_seconds 90000 at 2026-05-02T07:00:00Z"))
  }

  @Test func `SullyGnome streams`() throws {
    let summary = try desk.load(
      export: text("sullygnome-streams"), stating: ["market": "US", "creators": "made_up"],
      tz: "+00:00")
    // Followers that were lost are no count.
    #expect(summary.rejected == 1)
    #expect(desk.said.first?.contains("\"-1\"") == true)
    #expect(
      desk.lines.prefix(2) == [
        "event twitch-made-up-2023-11-01t18-30-00z US 2023-11-01T18:30:00Z–2023-11-01T19:30:00Z"
          + " made_up",
        "event twitch-made-up-2023-11-05t18-30-00z US 2023-11-05T18:30:00Z–2023-11-05T20:30:00Z"
          + " made_up",
      ])
    #expect(desk.lines.contains("peak_concurrent 25 at 2023-11-05T20:30:00Z"))
  }

  @Test func `Shopee Live keeps placed and confirmed orders apart`() throws {
    try desk.load(
      export: text("shopee-live-daily"), stating: ["market": "MY", "currency": "MYR"], tz: "+08:00")
    #expect(desk.said == [])
    let end = "2026-05-01T16:00:00Z"
    #expect(
      desk.lines.first == "event shopee-1000001-2026-05-01 MY 2026-04-30T16:00:00Z–\(end)")
    #expect(desk.lines.contains("gmv_placed 1234.50 MYR at \(end)"))
    #expect(desk.lines.contains("gmv_confirmed 1000.00 MYR at \(end)"))
    #expect(desk.lines.contains("average_watch_seconds 80 at \(end)"))
  }

  @Test func `timestamp and viewers`() throws {
    try desk.addShow()
    let summary = try desk.load(
      export: text("timestamp-viewers"), stating: ["event": "on-trend"])
    #expect(desk.said == [])
    #expect([summary.recorded, summary.noValue] == [2, 1])
    #expect(desk.lines.last == "concurrent 131 at 2026-06-01T19:01:37Z")
  }

  static let exports = [
    ("tiktok-orders", "SKU ID"), ("tiktok-creator-live-v1", "Viewers"),
    ("tiktok-creator-live-v2", "Attributed GMV"), ("tiktok-live-detail", "Room Title"),
    ("tiktok-seller-live", "LIVE attributed GMV (RM)"),
    ("shopify-orders", "Refunded Amount"), ("whatnot-seller-report", "livestream_id"),
    ("youtube-table-data", "Impressions"), ("twitch-stream-summary", "Chatters"),
    ("twitch-daily", "Max Viewers"), ("sullygnome-streams", "Peak viewers"),
    ("shopee-live-daily", "PCU"),
  ]

  @Test(arguments: exports)
  func `an export that has renamed a column is refused, with the difference`(
    name: String, column: String
  ) throws {
    let changed = try text(name).replacing(column, with: "Renamed", maxReplacements: 1)
    let error = #expect(throws: ImportError.self) { try desk.load(export: changed) }
    let said = error?.description ?? ""
    #expect(said.contains("looks like \"\(name)\""), "\(said)")
    #expect(said.contains("\"Renamed"), "\(said)")
    guard case .changedColumns = error?.reason else {
      Issue.record("\(said)")
      return
    }
    #expect(desk.lines == [])
  }

  @Test func `an accepted change is said, and the rest is loaded`() throws {
    let changed = try text("tiktok-creator-live-v1").replacing(
      ",Peak viewers", with: ",Top viewers")
    try desk.load(export: changed, stating: brazil, tz: "-03:00", acceptsChangedColumns: true)
    #expect(desk.said == [])
    #expect(
      desk.notices == [
        "read as tiktok-creator-live-v1, whose columns have changed: lost \"Peak viewers\"; "
          + "new \"Top viewers\""
      ])
    #expect(desk.lines.count == 15)
  }

  @Test func `an export of other records than are wanted says which`() throws {
    let error = desk.failure(try text("tiktok-orders"), as: .audience)
    #expect(
      error?.description
        == "a.csv: is of \"tiktok-orders\", which gives other records: sales")
  }

  @Test func `no fact and no message of a loaded export names a buyer`() throws {
    for (name, _) in Self.exports {
      guard let profile = try KnownExports.profile(name), profile.records != .audience else {
        continue
      }
      var constants = ["market": "BR", "currency": "BRL"]
      if profile.records == .shows { constants["observed_at"] = "2026-06-03T00:00Z" }
      try desk.load(export: text(name), stating: constants, tz: "+00:00", named: name)
    }
    let all = desk.lines.joined() + desk.ledger.sales.values.map { "\($0)" }.joined()
    for person in ["Nobody", "nobody", "Nowhere", "(+00)"] {
      #expect(!all.contains(person), "\(person)")
    }
  }

  @Test(arguments: KnownExports.names)
  func `every known export is a profile that says what it is`(name: String) throws {
    let profile = try #require(try KnownExports.profile(name))
    #expect(profile.description?.isEmpty == false)
    let text = try #require(KnownExports.text(name))
    #expect(text.utf8.count < 10_000)
    #expect(text.hasPrefix("# "))
  }
}
