package import LedgerCore

extension Listing {
  /// The settings of a book, and those that could be set.
  package static func settings(_ records: [SettingRecord]) -> Listing {
    Listing(
      SettingLine.lines(records),
      [
        "name": { .text($0.name) },
        "value": { .optional($0.record?.setting.value) },
        "entry": { .optional($0.record?.entry) },
        "recorded_at": { .optional($0.record?.recordedAt.description) },
        "meaning": { .optional($0.definition?.meaning) },
        "unless_set": { .optional($0.definition?.otherwise) },
      ])
  }

  /// The versions of settings.
  package static func settingVersions(_ records: [SettingRecord]) -> Listing {
    Listing(
      records,
      [
        "name": { .text($0.setting.name.description) },
        "value": { .optional($0.setting.value) },
        "entry": { .integer($0.entry) },
        "recorded_at": { .text($0.recordedAt.description) },
        "voided_by": { .optional($0.voidedBy) },
      ])
  }
}
