package import LedgerCore

extension Recording<Setting> {
  /// What happened to a setting, in a sentence.
  package func sentence(ofSetting setting: Setting) -> String {
    let entry = entry ?? 0
    switch outcomes.first {
    case .recorded: return "set \(setting.name) to \(quoted(setting.value ?? "")) in entry \(entry)"
    case .restated(let old):
      let before = "before: \(quoted(old.value ?? ""))"
      guard let value = setting.value else {
        return "took back \(setting.name) in entry \(entry); \(before)"
      }
      return "set \(setting.name) to \(quoted(value)) in entry \(entry); \(before)"
    case .alreadyRecorded:
      return "\(setting.name) is already \(quoted(setting.value ?? "")); nothing was added"
    case .conflicting, .refused, nil: return "nothing was added"
    }
  }
}
