public import LedgerCore
import LedgerImport

extension Book {
  /// Sets a setting of the book, as a new version of it.
  ///
  /// `name`: such as `credit`, or `zone.US`, whose market may be an alias; `value`: as the setting
  /// has it (``SettingDefinition/Values``).
  ///
  /// - Returns: the setting, and what happened to it.
  /// - Throws: ``LedgerError`` for a name that is none, or a value that a report would refuse;
  ///   ``ProfileError`` for a policy that cannot be read.
  public func set(
    _ name: String, to value: String, as draft: Entry.Draft
  ) throws -> (fact: Setting, recording: Recording<Setting>) {
    let reference = try ledger.reference()
    let name = try SettingName(name, in: reference)
    let setting = try Setting(name, to: value)
    return try record(
      try Setting(name, to: try checked(value, of: setting, reference)), as: draft)
  }

  /// Takes a setting of the book back, so that what applies without it applies again.
  ///
  /// - Returns: the version without a value, and what happened to it.
  /// - Throws: ``LedgerError/unknownName(_:_:near:)`` if it is not set; as
  ///   ``set(_:to:as:)`` for its name.
  public func unset(
    _ name: String, as draft: Entry.Draft
  ) throws(LedgerError) -> (fact: Setting, recording: Recording<Setting>) {
    try record(
      try Setting(try SettingName(name, in: ledger.reference()), to: nil), as: draft)
  }

  /// The settings that apply, by name.
  ///
  /// `asOf`: an entry's number, a day or a time, in UTC; `nil` for now.
  /// - Throws: ``LedgerError``
  public func settings(asOf: String? = nil) throws(LedgerError) -> [SettingRecord] {
    try ledger.settings(asOf: lastEntry(asOf: asOf, in: .utc))
  }

  /// Every version of every setting, oldest first, also those that were voided.
  ///
  /// `asOf`: an entry's number, a day or a time, in UTC; `nil` for now.
  /// - Throws: ``LedgerError``
  public func settingVersions(asOf: String? = nil) throws(LedgerError) -> [SettingRecord] {
    try ledger.settingVersions(asOf: lastEntry(asOf: asOf, in: .utc))
  }

  private func record(
    _ setting: Setting, as draft: Entry.Draft
  ) throws(LedgerError) -> (fact: Setting, recording: Recording<Setting>) {
    let recording = try ledger.record([setting], as: draft)
    for case .refused(let refusal) in recording.outcomes { throw refusal }
    return (setting, recording)
  }

  /// The value as it is recorded, once everything that uses it would take it.
  private func checked(
    _ value: String, of setting: Setting, _ reference: Reference
  ) throws -> String {
    switch setting.name.kind?.definition.values {
    case .creditRule:
      let candidates = try CreditRule(value).candidates
      // The value is in a digest, so that a name in it could not be forgotten.
      guard candidates.creators.isEmpty else {
        throw LedgerError.invalid(
          field: "setting credit", value: value,
          reason: "names a creator, which a setting cannot: state the rule with each report")
      }
      try ledger.checkNames(candidates, asOf: nil)
    case .currency: return try reference.currency(value).code
    case .timeZone: _ = try zones.zone(value)
    case .policy: _ = try policy(.file(path(ofSetting: value)), reference)
    case nil: break
    }
    return value
  }
}
