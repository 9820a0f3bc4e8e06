import LedgerCore

/// Three shows of the United Kingdom in the three months before, with which spring is compared.
enum AutumnShows {
  static func all() throws -> [Show] {
    [
      try Show(
        "first-try", "The first try", on: "instagram", from: "2021-11-17T19:00Z",
        to: "2021-11-17T19:45Z", creators: [Creator(name: "Amy", role: .host)],
        watching: [12, 31, 24, 9], counted: [.views: 240, .uniqueViewers: 188]
      ).sold("2021-11-17T19:20Z", orders: 2, units: 2, "31.98"),
      try Show(
        "on-trend-1", "On Trend, first evening", from: "2021-12-08T17:00Z", to: "2021-12-08T19:00Z",
        brands: ["Aurora"], creators: [Creator(name: "Bob", role: .host)],
        watching: [90, 240, 415, 520, 610, 580, 466, 350, 210],
        counted: [
          .views: 7700, .uniqueViewers: 5010, .productImpressions: 30_100, .productClicks: 1540,
        ]
      ).sold("2021-12-08T18:00Z", orders: 60, units: 84, "1390.20")
        .refunded("2021-12-20T10:00Z", units: 9, "160.40"),
      try Show(
        "on-trend-2", "On Trend, second evening", from: "2021-12-09T17:00Z",
        to: "2021-12-09T19:00Z", creators: [Creator(name: "Cat", role: .host)]
      ).sold("2021-12-09T18:00Z", orders: 41, units: 50, "871.35"),
    ]
  }
}

/// Two shows of Germany in the spring; one sold in dollars too, for which there is no rate.
enum GermanShows {
  static func all() throws -> [Show] {
    [
      try Show(
        "berlin-start", "Es geht los!", in: .germany, from: "2022-01-28T18:00Z",
        to: "2022-01-28T19:00Z", brands: ["Aurora"], creators: [Creator(name: "Jörg", role: .host)],
        every: 10, watching: [20, 75, 140, 133, 96, 88, 51],
        counted: [.views: 1980, .uniqueViewers: 1204, .productClicks: 96]
      ).sold("2022-01-28T18:30Z", orders: 5, units: 6, "121.40", .eur),
      try Show(
        "berlin-spring", "Frühling", in: .germany, from: "2022-03-18T18:00Z",
        to: "2022-03-18T19:30Z", every: 30, watching: [44, 210, 180, 90],
        counted: [.views: 2620, .uniqueViewers: 1790]
      ).sold("2022-03-18T18:40Z", orders: 14, units: 17, "330.15", .eur)
        .sold("2022-03-18T18:50Z", orders: 1, units: 1, "24", .usd)
        .refunded("2022-03-29T10:00Z", units: 3, "58.20", .eur),
    ]
  }
}
