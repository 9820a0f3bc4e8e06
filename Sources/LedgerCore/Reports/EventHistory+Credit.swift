extension EventHistory {
  /// The entries after which the event's numbers may differ, each with the credit rule that is set
  /// by then.
  ///
  /// Where a rule was ever set, sales that name no event, and other events, may change them too.
  /// - Throws: ``LedgerError`` if the ledger cannot answer.
  func entriesWithRule(
    in ledger: any Ledger
  ) throws(LedgerError) -> [(entry: Entry, credit: CreditRule?)] {
    guard try ledger.settingVersions(asOf: nil).contains(where: { $0.setting.name == .credit })
    else { return entries.map { ($0, nil) } }
    let later = try ledger.entries(limit: nil).reversed()
      .filter { $0.number >= entries.first?.number ?? 0 }
    let types: [FactType] = [
      .sales, .events, .amendments, .settings, .credits, .sameShows,
    ]
    let changing = later.filter { entry in types.contains { entry.counts[$0] > 0 } } + entries
    let numbers = Set(changing.map(\.number) + changing.compactMap(\.voidedBy))
    return try later.filter { numbers.contains($0.number) }.map { entry throws(LedgerError) in
      let setting = try ledger.settings(asOf: entry.number).first { $0.setting.name == .credit }
      return (entry, try setting?.setting.value.map(CreditRule.init))
    }
  }
}
