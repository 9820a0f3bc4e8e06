import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of the book's settings.
  public static let settings: [Promise] = [
    Promise("a setting is recorded once, and another value for it is a new version") { backend in
      let ledger = try backend.open()
      let first = try setting("credit", "window:24h")
      let second = try setting("credit", "window:7d")
      let zone = try setting("zone.UK", "UTC")
      let recording = try ledger.record([first, zone], as: draft())
      #expect(recording.entry == 1)
      #expect(recording.outcomes == [.recorded, .recorded])
      #expect(try ledger.entries(limit: 1).first?.counts == Entry.Counts(.settings, 2))
      #expect(
        try ledger.record([first], as: draft())
          == Recording(receipt: nil, outcomes: [.alreadyRecorded]))
      #expect(try ledger.record([second], as: draft()).outcomes == [.restated(from: first)])
      #expect(try current(ledger) == [second, zone])
      #expect(try ledger.settings(asOf: nil).map(\.entry) == [2, 1])
      #expect(try current(ledger, asOf: 1) == [first, zone])
      #expect(try current(ledger, asOf: 0) == [])
    },

    Promise("of two values for a setting in one batch, the second is a conflict") { backend in
      let ledger = try backend.open()
      let (first, second) = (try setting("currency", "GBP"), try setting("currency", "EUR"))
      #expect(
        try ledger.record([first, first, second, setting("currency", nil)], as: draft()).outcomes
          == [
            .recorded, .alreadyRecorded, .conflicting(recorded: first),
            .conflicting(recorded: first),
          ])
      #expect(try current(ledger) == [first])
    },

    Promise("a setting that is taken back applies no more, and may be set again") { backend in
      let ledger = try backend.open()
      let (first, none) = (try setting("credit", "window:24h"), try setting("credit", nil))
      let refusal = LedgerError.unknownName(.setting, "credit", near: [])
      #expect(try ledger.record([none], as: draft()).outcomes == [.refused(refusal)])
      _ = try ledger.record([first], as: draft())
      #expect(try ledger.record([none], as: draft()).outcomes == [.restated(from: first)])
      #expect(try current(ledger) == [])
      #expect(try current(ledger, asOf: 1) == [first])
      #expect(try ledger.record([none], as: draft()).outcomes == [.refused(refusal)])
      #expect(try ledger.record([first], as: draft()).outcomes == [.recorded])
      #expect(try current(ledger) == [first])
      #expect(try ledger.settingVersions(asOf: nil).map(\.setting) == [first, none, first])
    },

    Promise("a void of a setting's version brings back the one before") { backend in
      let ledger = try backend.open()
      let first = try setting("credit", "window:24h")
      let second = try setting("credit", "window:7d")
      for setting in [first, second] { _ = try ledger.record([setting], as: draft()) }
      _ = try ledger.record([setting("credit", nil)], as: draft())
      #expect(
        try ledger.void(3, reason: "wrong", as: draft()).counts == Entry.Counts(.settings, 1))
      #expect(try current(ledger) == [second])
      _ = try ledger.void(2, reason: "wrong", as: draft())
      #expect(try current(ledger) == [first])
      #expect(try current(ledger, asOf: 4) == [second])
      #expect(try ledger.settingVersions(asOf: nil).map(\.voidedBy) == [nil, 5, 4])
      #expect(try ledger.settingVersions(asOf: 4).map(\.voidedBy) == [nil, nil, 4])
      _ = try ledger.void(1, reason: "wrong", as: draft())
      #expect(try current(ledger) == [])
    },

    Promise("a setting of a market or currency that the book does not know is refused") { backend in
      let ledger = try backend.open()
      let known = try setting("zone.DE", "UTC")
      #expect(
        try ledger.record(
          [setting("zone.ZZ", "UTC"), setting("currency", "ZZZ"), known], as: draft()
        ).outcomes == [
          .refused(.unknownMarket("ZZ", near: [])), .refused(.unknownCurrency("ZZZ", near: [])),
          .recorded,
        ])
      #expect(try current(ledger) == [known])
    },

    Promise("versions of settings are listed by entry, then by name, with the time") { backend in
      let ledger = try backend.open()
      let (zone, credit) = (try setting("zone.UK", "UTC"), try setting("credit", "window:1d"))
      _ = try ledger.record([zone, credit], as: draft("2021-12-09T09:00Z"))
      let currency = try setting("currency", "EUR")
      _ = try ledger.record([currency], as: draft("2021-12-09T10:00Z"))
      let times = (try instant("2021-12-09T09:00Z"), try instant("2021-12-09T10:00Z"))
      #expect(
        try ledger.settingVersions(asOf: nil) == [
          SettingRecord(setting: credit, entry: 1, recordedAt: times.0),
          SettingRecord(setting: zone, entry: 1, recordedAt: times.0),
          SettingRecord(setting: currency, entry: 2, recordedAt: times.1),
        ])
      #expect(try current(ledger) == [credit, currency, zone])
    },
  ]
}

private func current(_ ledger: any Ledger, asOf entry: Int64? = nil) throws -> [Setting] {
  try ledger.settings(asOf: entry).map(\.setting)
}
