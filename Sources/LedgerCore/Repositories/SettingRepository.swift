/// Records settings of the book, and never changes one that is recorded.
public protocol SettingRepository {
  /// Records the new settings of the batch, all in one entry.
  ///
  /// Another value for a name is a new version of it; of two in one batch the second is a conflict.
  /// A setting that is taken back must be set.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  func record(
    _ settings: [Setting], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Setting>

  /// Returns every version of every setting that had been recorded as of an entry, oldest first,
  /// each with the entry that had voided it by then; those of one entry by name.
  ///
  /// `entry`: the last entry that counts; `nil` for the newest.
  /// - Throws: ``LedgerError``
  func settingVersions(asOf entry: Int64?) throws(LedgerError) -> [SettingRecord]
}

extension SettingRepository {
  /// Returns the settings that applied as of an entry, by name.
  ///
  /// `entry`: the last entry that counts; `nil` for the newest.
  /// - Throws: ``LedgerError``
  public func settings(asOf entry: Int64?) throws(LedgerError) -> [SettingRecord] {
    var current: [SettingName: SettingRecord] = [:]
    for version in try settingVersions(asOf: entry) where version.voidedBy == nil {
      current[version.setting.name] = version
    }
    return current.values.filter { $0.setting.value != nil }
      .sorted { $0.setting.name.description < $1.setting.name.description }
  }
}
