import LedgerCore

/// Settings of a book: of the whole book and of a market, one voided, one that is not known yet.
enum Settings {
  static func all() throws -> [SettingRecord] {
    [
      try record("zone.US", "America/Los_Angeles", entry: 3),
      try record("credit", "window:7d", entry: 4, voidedBy: 6),
      try record("credit", "window:24h,platform=tiktok", entry: 5),
      try record("greeting", "hello", entry: 9),
    ]
  }

  static func record(
    _ name: String, _ value: String?, entry: Int64, voidedBy: Int64? = nil
  ) throws -> SettingRecord {
    SettingRecord(
      setting: Setting(recorded: SettingName(recorded: name), value), entry: entry,
      recordedAt: try instant("2022-03-0\(entry)T09:00Z"), voidedBy: voidedBy)
  }
}
