import Foundation
import LedgerCore
import LedgerImport
import Testing

/// Exports of orders, and those of LIVE shows in their newer forms and other languages.
struct OtherExportTests {
  private let desk = Desk()

  private func text(_ name: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Exports")
    return try String(contentsOf: folder.appending(path: "\(name).csv"), encoding: .utf8)
  }

  @Test(
    arguments: [
      (
        "shopee-orders", ["market": "ID", "currency": "IDR"], "+07:00", 1,
        [
          "cancellation 2603040AAAAAAB/1 -1 -50000.00 IDR at 2026-03-04T04:22:00Z",
          "refund 2603040AAAAAAE/1 -2 -100000.00 IDR at 2026-03-04T04:22:00Z",
          "sale 2603040AAAAAAA/1 2 100000.00 IDR at 2026-03-04T04:22:00Z",
          "sale 2603040AAAAAAB/1 1 50000.00 IDR at 2026-03-04T04:22:00Z",
          "sale 2603040AAAAAAD/1 3 150000.00 IDR at 2026-03-04T04:22:00Z",
          "sale 2603040AAAAAAE/1 2 100000.00 IDR at 2026-03-04T04:22:00Z",
        ]
      ),
      (
        "amazon-date-range", ["market": "US", "currency": "USD"], nil, 1,
        [
          "refund 112-0000002-0000002/1 -1 -14.90 USD at 2025-11-09T09:00:00Z",
          "sale 112-0000001-0000001/1 1 1014.90 USD at 2025-06-09T05:23:05Z",
          "sale 112-0000002-0000002/1 2 29.80 USD at 2025-11-09T06:23:05Z",
        ]
      ),
      (
        "ebay-orders", ["market": "US"], "-07:00", 4,
        [
          "sale 18-15123-00001/1234567890001 1 25.00 USD at 2026-10-01T06:45:00Z",
          "sale 18-15123-00001/1234567890002 1 25.00 USD at 2026-10-01T06:45:00Z",
          "sale 18-15123-00002/1234567890003 1 1025.00 USD at 2026-10-01T06:50:00Z",
        ]
      ),
      (
        "etsy-order-items", ["market": "UK"], "+01:00", 0,
        [
          "sale 3400000001/4100000001 2 10.00 USD at 2026-09-26T23:00:00Z",
          "sale 3400000001/4100000002 1 1005.00 USD at 2026-09-27T23:00:00Z",
        ]
      ),
      (
        "lazada-orders", ["market": "MY", "currency": "MYR"], "+08:00", 0,
        [
          "cancellation 800002/700003 -1 -1034.50 MYR at 2026-07-05T13:00:00Z",
          "cancellation 800003/700004 -1 -24.00 MYR at 2026-07-07T01:00:00Z",
          "refund 800001/700002 -1 -19.90 MYR at 2026-07-06T02:00:00Z",
          "sale 800001/700001 1 19.90 MYR at 2026-07-05T12:15:00Z",
          "sale 800001/700002 1 19.90 MYR at 2026-07-05T12:15:00Z",
          "sale 800002/700003 1 1034.50 MYR at 2026-07-05T12:20:00Z",
          "sale 800003/700004 1 24.00 MYR at 2026-07-05T12:30:00Z",
        ]
      ),
      (
        "square-items", ["market": "US"], nil, 0,
        [
          "refund SQA1x/2 -1 -18.00 USD at 2026-07-18T17:05:00Z",
          "sale SQA1x/1 1 15.00 USD at 2026-07-18T16:59:30Z",
        ]
      ),
      (
        "douyin-orders", ["market": "CN", "currency": "CNY"], "+08:00", 1,
        [
          "refund 6930000000000000004/6930000000000000004 -1 -39.00 CNY at 2026-03-04T12:25:00Z",
          "sale 6930000000000000001/6930000000000000002 1 49.00 CNY at 2026-03-04T12:22:33Z",
          "sale 6930000000000000004/6930000000000000004 1 39.00 CNY at 2026-03-04T12:25:00Z",
        ]
      ),
    ] as [(String, [String: String], String?, Int64, [String])])
  func `orders of other platforms give sales, and what was taken back`(
    name: String, stated: [String: String], tz: String?, skipped: Int64, sales: [String]
  ) throws {
    let summary = try desk.load(export: text(name), stating: stated, tz: tz)
    #expect(desk.said == [])
    #expect(desk.notices.contains("read as \(name)"))
    #expect(summary.skipped == skipped)
    #expect(desk.lines == sales)
    let again = try desk.load(export: text(name), stating: stated, tz: tz)
    #expect(again.recorded == 0 && again.alreadyRecorded == sales.count)
  }

  private static let tables = [
    // 2025 and 2026
    """
    Creator ID,Creator,Nickname,Launched Time,Duration,LIVE-attributed GMV (RM),Products added,\
    Different Products Sold,Orders Created,Orders Paid,LIVE-attributed items sold,Unique customers,\
    Average Price (RM),CTOR,Viewers,Views,Comments,Shares,LIVE likes,Product Impressions,Product Clicks
    1,ana,Ana,2026/04/18/ 20:00,1h 0min,"RM69,852.50",1,1,9,8,7,6,RM1,1%,"5,321",9,9,9,9,9,9
    """,
    // 2023 and 2024
    """
    Creator ID,Creator,Nickname,Launched Time,Duration,Gross Revenue (RM),Orders Created,Orders Paid,\
    Unit Sales,Buyers,Average Price (RM),LIVE attributed GMV (RM),Viewers,Views,Likes,\
    Product Impressions,Product Clicks
    1,ana,Ana,2026/04/18 20:00,1h 0min,9,9,8,7,6,1,"69,852.50","5,321",9,9,9,9
    """,
    // Vietnamese
    """
    Nhà sáng tạo,Biệt danh,Thời gian bắt đầu,Thời lượng,GMV đến từ buổi LIVE (RM),\
    Đơn hàng đã thanh toán,Số món bán ra ghi nhận vào buổi LIVE,Giá trung bình (RM),Người xem,Lượt xem,\
    Lượt hiển thị sản phẩm,Lượt nhấp Sản phẩm
    ana,Ana,2026/04/18 20:00,1h 0min,"69,852.50",8,7,1,"5,321",9,9,9
    """,
  ]

  @Test(arguments: tables) func `a seller's LIVE shows by the names of any year`(table: String)
    throws
  {
    try desk.load(export: table, stating: ["market": "MY"], tz: "+08:00")
    #expect(desk.said == [])
    let end = "2026-04-18T13:00:00Z"
    for line in [
      "gmv_attributed 69852.50 MYR at \(end)", "orders 8 at \(end)",
      "unique_viewers 5321 at \(end)",
    ] { #expect(desk.lines.contains(line), "\(desk.lines)") }
  }

  @Test func `a creator's LIVE shows with Chinese names`() throws {
    try desk.load(
      export: """
        直播间信息,直播开始时间,直播时长,归因GMV,归因销量,客户数,客单价,归因订单数,归因SKU订单数,观看次数,\
        直播曝光次数,新增粉丝数,点赞数,评论数,分享数,广告消耗,广告GMV
        夜,2026-06-01 20:00,03:00:00,"$1,234.50",40,30,$41.15,35,36,"12,000",9,9,9,9,9,$1.00,$4.00
        """, stating: ["market": "US", "currency": "USD", "creators": "Ana"], tz: "-07:00")
    #expect(desk.said == [])
    #expect(desk.notices.first == "read as tiktok-creator-live-v2")
    #expect(desk.lines.contains("gmv_attributed 1234.50 USD at 2026-06-02T06:00:00Z"))
    #expect(desk.lines.contains("views 12000 at 2026-06-02T06:00:00Z"))
  }

  @Test func `YouTube's impressions by their newer name`() throws {
    try desk.load(
      export: """
        Content,Video title,Video publish time,Duration,Views,Watch time (hours),Subscribers,\
        Thumbnail impressions,Thumbnail click-through rate (%)
        abc,Live,2026-09-20,5400,100,0.5,1,40000,5.2
        """, stating: ["market": "UK", "observed_at": "2026-10-01T00:00Z"], tz: "+00:00")
    #expect(desk.said == [])
    #expect(desk.lines.contains("live_impressions 40000 at 2026-10-01T00:00:00Z"))
  }

  @Test func `the streams of a list are shows`() throws {
    try desk.load(
      export: text("shopee-live-list"), stating: ["market": "MY", "currency": "MYR"], tz: "+08:00")
    #expect(desk.said == [])
    #expect(desk.lines.contains("gmv_placed 6985.20 MYR at 2026-08-31T17:59:20Z"))
    #expect(desk.lines.contains("unique_viewers 5200 at 2026-08-31T17:59:20Z"))
  }

  @Test func `a file of no known export names the nearest`() throws {
    let error = #expect(throws: ImportError.self) {
      try desk.load(
        export: "Sale Date,Item Name,Quantity,Item Total,Order ID,Colour\n09/27/26,Mug,1,9,1,red\n")
    }
    let said = error?.description ?? ""
    #expect(said.contains("\"etsy-order-items\""), "\(said)")
  }

  @Test func `a file that has little in common with any export has none near`() throws {
    let error = #expect(throws: ImportError.self) {
      try desk.load(export: "Order ID,Colour\n1,red\n")
    }
    #expect(
      error?.description
        == "a.csv: is not a known export and lacks ledger's own columns; choose a profile, or write one"
    )
  }

  @Test(
    arguments: [
      (
        "Payout Date,Status,Charges,Refunds,Adjustments,Reserved Funds,Fees,Retried Amount,Total",
        "Shopify payouts"
      ),
      (
        "Return Order ID,Return Type,Return Status,Return Reason,Refund Time",
        "TikTok Shop returns"
      ),
    ])
  func `a file that has no place in the book is known, and nothing of it is recorded`(
    header: String, name: String
  ) throws {
    let error = #expect(throws: ImportError.self) { try desk.load(export: header + "\n") }
    #expect(
      error?.description.hasPrefix(
        "a.csv: is known as \"\(name)\", and nothing of it is recorded yet: it holds ") ?? false)
  }
}
