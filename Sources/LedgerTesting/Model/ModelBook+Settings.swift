import LedgerCore

/// The book's settings, and how they are recorded.
extension ModelBook {
  /// Every version that had been recorded as of an entry, oldest first, then by name.
  func settingVersions(asOf entry: Int64?) -> [SettingRecord] {
    let last = entry ?? lastEntry
    return settings.filter { $0.entry <= last }
      .sorted { ($0.entry, $0.fact.name.description) < ($1.entry, $1.fact.name.description) }
      .map { setting in
        SettingRecord(
          setting: setting.fact, entry: setting.entry,
          recordedAt: drafts[Int(setting.entry) - 1].recordedAt,
          voidedBy: voids[setting.entry].flatMap { $0 <= last ? $0 : nil })
      }
  }

  mutating func record(
    _ batch: [Setting], as draft: Entry.Draft
  ) throws(LedgerError) -> [Outcome<Setting>] {
    let before = current(settings).map(\.fact)
    let entry = lastEntry + 1
    var outcomes: [Outcome<Setting>] = []
    for setting in batch {
      if let refusal = unknown(in: setting) {
        outcomes.append(.refused(refusal))
        continue
      }
      if let other = settings.last(where: { $0.entry == entry && $0.fact.name == setting.name }) {
        outcomes.append(
          other.fact == setting ? .alreadyRecorded : .conflicting(recorded: other.fact))
        continue
      }
      let known = before.last { $0.name == setting.name }
      let isSet = known?.value != nil
      switch (known, isSet, setting.value) {
      case (_, false, nil):
        outcomes.append(.refused(.unknownName(.setting, setting.name.description, near: [])))
        continue
      case (let known?, true, _) where known == setting:
        outcomes.append(.alreadyRecorded)
        continue
      case (let known?, true, _): outcomes.append(.restated(from: known))
      default: outcomes.append(.recorded)
      }
      settings.append(Recorded(fact: setting, entry: entry))
    }
    return try close(outcomes, draft)
  }

  private func unknown(in setting: Setting) -> LedgerError? {
    if let refusal = unknownMarket(setting.name.market) { return refusal }
    guard setting.name.kind?.definition.values == .currency, let code = setting.value else {
      return nil
    }
    return unknownCurrency(Currency(code: code, digits: 0))
  }
}
