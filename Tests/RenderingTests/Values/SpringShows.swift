import LedgerCore

/// Eight shows of the United Kingdom from January to March 2022.
///
/// One is without counts, one without an end, one without sales, and one provisional on 10 April;
/// two sold in euros too. Their titles are markup, Markdown, a formula, Japanese and an emoji.
enum SpringShows {
  static func all() throws -> [Show] {
    [
      try newYear(), try lunch(), try samples(), try valentine(), try clearance(),
      try rehearsal(), try mothersDay(), try spring(),
    ]
  }

  /// What was sold without a show.
  static func uncredited() throws -> [(at: String, totals: SaleTotals)] {
    [
      (
        "2022-01-22T10:00Z",
        SaleTotals(
          currency: .gbp, orders: 12, paidOrders: 12, lines: 15, units: 15, gross: try micros("210")
        )
      ),
      (
        "2022-02-20T21:45Z",
        SaleTotals(
          currency: .eur, orders: 3, paidOrders: 3, lines: 3, units: 3, gross: try micros("47.97"))
      ),
      (
        "2022-03-02T08:15Z",
        SaleTotals(
          currency: .eur, lines: 1, unitsRefunded: -1, refunded: -(try micros("15.99")))
      ),
    ]
  }

  private static func newYear() throws -> Show {
    try Show(
      "new-year-skin", "New year, new skin", from: "2022-01-05T18:00Z", to: "2022-01-05T20:00Z",
      brands: ["Aurora", "Borealis"],
      creators: [Creator(name: "Amy", role: .host), Creator(name: "Bob", role: .guest)],
      watching: [180, 420, 610, 735, 690, 540, 480, 390, 310],
      counted: [
        .views: 9420, .uniqueViewers: 6105, .likes: 31_200, .comments: 1904, .shares: 212,
        .newFollowers: 388, .productImpressions: 41_800, .productClicks: 2960, .addToCart: 610,
        .checkouts: 240, .gifts: 95,
      ]
    ).sold("2022-01-05T18:20Z", orders: 164, paid: 158, units: 231, "3874.60")
      .cancelled("2022-01-06T09:30Z", units: 3, "59.90")
      .refunded("2022-01-20T14:00Z", units: 14, "214.50")
      .reporting(.gmvGross, "4102", by: "TikTok LIVE Center", at: "2022-01-06T09:00Z")
      .reporting(.skuOrders, "205", by: "TikTok LIVE Center", at: "2022-01-06T09:00Z")
      .reporting(.customers, "149", by: "TikTok LIVE Center", at: "2022-01-06T09:00Z")
      .reporting(.watchSeconds, "3512880", by: "TikTok LIVE Center", at: "2022-01-06T09:00Z")
  }

  private static func lunch() throws -> Show {
    try Show(
      "lunch-break", "<b>Lunch</b> & *tea* | `50 %` off [now](https://example.org)",
      from: "2022-01-19T12:15Z", to: "2022-01-19T13:00Z", brands: ["Aurora"],
      creators: [Creator(name: "Cat", role: .creator)], every: 5,
      watching: [40, 66, 95, 120, 118, 104, 88, 80, 71, 60],
      counted: [.views: 1310, .uniqueViewers: 1022, .productClicks: 187]
    ).sold("2022-01-19T12:40Z", orders: 9, units: 12, "174.88")
  }

  private static func samples() throws -> Show {
    try Show(
      "free-samples", "=HYPERLINK(\"https://example.org\";\"Free samples\")", on: "YouTube",
      from: "2022-02-02T19:00Z", to: "2022-02-02T20:30Z", brands: ["Borealis"],
      creators: [Creator(name: "Bob", role: .host), Creator(name: "Dan", role: .guest)], every: 10,
      watching: [95, 180, 240, 310, 305, 260, 244, 221, 190, 142],
      counted: [
        .views: 4800, .uniqueViewers: 3950, .likes: 2100, .comments: 640,
        .productImpressions: 15_000, .productClicks: 702,
      ]
    ).sold("2022-02-02T19:25Z", orders: 31, paid: 22, units: 40, "512.30")
      .sold("2022-02-02T19:40Z", orders: 6, units: 7, "119.70", .eur)
  }

  private static func valentine() throws -> Show {
    try Show(
      "valentine", "春の口紅とバレンタイン", from: "2022-02-14T19:00Z", to: nil, brands: ["Aurora"],
      creators: [Creator(name: "Amy", role: .host), Creator(name: "花子", role: .guest)], every: 20,
      watching: [210, 388, 402, 265], counted: [.views: 3020]
    ).sold("2022-02-14T19:30Z", orders: 44, units: 61, "1207.45")
      .refunded("2022-03-01T11:00Z", units: 4, "88.20")
  }

  private static func clearance() throws -> Show {
    try Show(
      "clearance", "Clearance – **everything** must go #1", from: "2022-02-23T18:00Z",
      to: "2022-02-23T19:00Z", brands: ["Aurora"]
    ).sold("2022-02-23T18:30Z", orders: 18, units: 25, "298")
  }

  private static func rehearsal() throws -> Show {
    try Show(
      "rehearsal", "Rehearsal", on: "instagram", from: "2022-03-08T10:00Z",
      to: "2022-03-08T10:30Z", watching: [3, 5, 2], counted: [.views: 48, .uniqueViewers: 31])
  }

  /// The show that has all there is.
  static func mothersDay() throws -> Show {
    try Show(
      "mothers-day", "Mother’s Day: gifts under 20", from: "2022-03-09T18:30Z",
      to: "2022-03-09T20:00Z", brands: ["Aurora", "Crème & Co"],
      creators: [
        Creator(name: "Amy", role: .host), Creator(name: "Cat", role: .guest),
        Creator(name: "Eve", role: .creator),
      ], every: 10,
      watching: [150, 390, 480, 610, 655, 702, 690, 560, 430, 305],
      counted: [
        .views: 8110, .uniqueViewers: 5240, .likes: 18_450, .comments: 1377, .shares: 160,
        .newFollowers: 254, .productImpressions: 36_900, .productClicks: 2480, .addToCart: 505,
        .checkouts: 181, .gifts: 60,
      ]
    ).sold("2022-03-09T19:00Z", orders: 121, paid: 119, units: 188, "2950.15")
      .sold("2022-03-09T19:20Z", orders: 11, units: 14, "268.40", .eur)
      .cancelled("2022-03-10T08:00Z", units: 9, "130")
      .adjusted("2022-03-12T12:00Z", "-25.50")
      .refunded("2022-03-25T16:00Z", units: 2, "41.90", .eur)
      .reporting(.gmvGross, "2998.95", by: "TikTok LIVE Center", at: "2022-03-10T09:00Z")
      .reporting(.customers, "117", by: "TikTok LIVE Center", at: "2022-03-10T09:00Z")
      .reporting(.peakConcurrent, "713", by: "TikTok LIVE Center", at: "2022-03-10T09:00Z")
      .reporting(.averageWatchSeconds, "187.4", by: "dashboard | host", at: "2022-03-11T07:30Z")
  }

  private static func spring() throws -> Show {
    try Show(
      "spring-colours", "Spring \"colours\" 🌷 & L’Été", from: "2022-03-30T18:00Z",
      to: "2022-03-30T19:30Z", brands: ["Borealis"],
      creators: [Creator(name: "Zoë\u{202E}x", role: .host)], every: 10,
      watching: [120, 300, 410, 520, 498, 470, 455, 390, 300, 240],
      counted: [
        .views: 6350, .uniqueViewers: 4420, .likes: 9900, .comments: 806, .newFollowers: 190,
        .productImpressions: 28_400, .productClicks: 1935,
      ]
    ).sold("2022-03-30T18:30Z", orders: 96, units: 140, "2105.75")
      .refunded("2022-03-31T09:00Z", units: 1, "18")
      .reporting(.gmvGross, "2211.40", by: "TikTok LIVE Center", at: "2022-03-31T09:00Z")
  }
}
