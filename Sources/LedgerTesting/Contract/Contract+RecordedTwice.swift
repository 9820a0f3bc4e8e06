import LedgerCore
import Testing

extension Contract {
  /// What every storage promises to find of what seems to be recorded twice.
  public static let recordedTwice: [Promise] = [
    Promise("a line of an order under another spelling of its number is found") { backend in
      let ledger = try backend.open()
      let spellings = ["42", "000042", "42.0", "#42"]
      for order in spellings { _ = try ledger.record([own(order)], as: draft()) }
      #expect(
        try found(in: ledger)
          == spellings.dropFirst().enumerated().map { place, order in
            "sale-recorded-twice shop/\(order) \(place + 2): 1 line is also in shop/42"
          })
      _ = try ledger.void(3, reason: "twice", as: draft())
      _ = try ledger.void(4, reason: "twice", as: draft())
      #expect(
        try found(in: ledger) == [
          "sale-recorded-twice shop/000042 2: 1 line is also in shop/42"
        ])
    },

    Promise("a line of an order under another source is found, with all lines of the order") {
      backend in
      let ledger = try backend.open()
      _ = try ledger.record([own("A-7"), own("A-7", line: 2)], as: draft())
      _ = try ledger.record(
        [own("a-7", source: "other"), own("a-7", line: 2, source: "other")], as: draft())
      #expect(
        try found(in: ledger) == [
          "sale-recorded-twice other/a-7 2: 2 lines are also in shop/A-7"
        ])
    },

    Promise("lines that differ in anything but the spelling and the source are two") { backend in
      let ledger = try backend.open()
      _ = try ledger.record([own("42")], as: draft())
      _ = try ledger.record(
        [
          own("042", line: 2), own("042", quantity: 2, line: 3), own("420"), own("4-2"),
          own("42.5"), own("0042", micros: 5), own("00042", at: "2021-12-08T18:30:01Z"),
          own("000042", product: nil), own("0000042", market: germany),
        ], as: draft())
      #expect(
        try found(in: ledger) == [
          "foreign-currency DE/GBP 2: movements in GBP, where the currency is EUR: 1"
        ])
    },

    Promise("a show that begins at about the time of another on its platform is found") {
      backend in
      let ledger = try backend.open()
      let end = "2021-12-08T20:00Z"
      _ = try ledger.record([show("a", "18:00")], as: draft())
      _ = try ledger.record(
        [show("b", "18:15"), show("c", "18:31"), show("d", "18:00", in: germany)], as: draft())
      #expect(
        try found(in: ledger) == [
          "show-recorded-twice a/b 2: begin 15 minutes apart on tiktok in UK"
        ])
      _ = try ledger.record([event("e", starts: "2021-12-08T18:45:59Z", ends: end)], as: draft())
      #expect(
        try found(in: ledger).last
          == "show-recorded-twice c/e 3: begin 14 minutes apart on tiktok in UK")
      _ = try ledger.void(2, reason: "twice", as: draft())
      #expect(try found(in: ledger) == [])
    },

    Promise("shows of different creators at one time are two") { backend in
      let ledger = try backend.open()
      _ = try ledger.record(
        [show("a", "18:00", of: "Amy"), show("b", "18:00", of: "Ben")], as: draft())
      #expect(try found(in: ledger) == [])
      _ = try ledger.record([show("c", "18:05")], as: draft())
      #expect(
        try found(in: ledger) == [
          "show-recorded-twice b/c 2: begin 5 minutes apart on tiktok in UK"
        ])
    },
  ]
}

/// A sale in the United Kingdom that no show is credited with.
private func own(
  _ order: String, quantity: Int64 = 1, line: Int64 = 1, source: String = "shop",
  product: String? = "lipstick", micros: Int128 = 9_990_000, at: String = "2021-12-08T18:30Z",
  market: Market.Code = uk
) throws -> Sale {
  try sale(
    order: order, line: line, source: source, product: product, quantity: quantity, micros: micros,
    at: at, event: nil, market: market)
}

private func show(
  _ key: String, _ start: String, in market: Market.Code = uk, of creator: String? = nil
) throws -> Event {
  try event(
    key, in: market, starts: "2021-12-08T\(start)Z", ends: "2021-12-08T18:40Z",
    creators: creator.map { [try Creator(name: $0, role: .host)] } ?? [])
}
