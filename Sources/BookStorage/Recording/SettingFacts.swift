import LedgerCore
import Rows

/// Settings of the book, as they are recorded: a new value takes the place of the one before it.
struct SettingFacts: KeyedFacts {
  let table: SettingTable
  let reference: KnownReference
  let type = FactType.settings

  init(session: any BookSession) {
    table = SettingTable(session: session)
    reference = KnownReference(session: session)
  }

  func keys(
    of settings: [Setting]
  ) throws(StorageError) -> [Result<SettingName, LedgerError>] {
    try settings.map { setting throws(StorageError) in
      if let refusal = try reference.refusal(of: setting.name.market) { return .failure(refusal) }
      if setting.name.kind?.definition.values == .currency, let code = setting.value,
        let refusal = try reference.refusal(ofCurrency: code)
      {
        return .failure(refusal)
      }
      return .success(setting.name)
    }
  }

  func known(_ keys: Set<SettingName>) throws(StorageError) -> [SettingName: Setting] {
    var known: [SettingName: Setting] = [:]
    for version in try table.versions(asOf: .max) where version.voidedBy == nil {
      // One that was taken back is not set.
      let setting = version.setting
      known[setting.name] = setting.value == nil ? nil : setting
    }
    return known
  }

  func refusal(
    of setting: Setting, after new: [SettingName: Setting]
  ) throws(StorageError) -> LedgerError? {
    setting.value == nil ? .unknownName(.setting, setting.name.description, near: []) : nil
  }

  func insert(
    _ settings: [(key: SettingName, fact: Setting, restated: Setting?)], entry: OpenEntry
  ) throws(StorageError) {
    for setting in settings { try table.insert(setting.fact, entry: entry) }
  }
}
