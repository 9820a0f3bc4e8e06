import LedgerCore
import Terminal

/// Who records: the person that the command, the environment or the system names.
enum Author {
  /// The name for new entries; `given`: what the command line says.
  ///
  /// A name that somebody chose is refused if no fact may carry it. What the system calls its user
  /// was not chosen for this, so that it is passed over instead.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)``
  static func name(_ given: String?) throws(LedgerError) -> String {
    if let given { return try checkedText(given, field: "author") }
    let variable = "LEDGER_AUTHOR"
    if let chosen = System.environment(variable) {
      guard System.isText(variable) else {
        throw .invalid(field: variable, value: chosen, reason: "is not UTF-8 text")
      }
      return try checkedText(chosen, field: variable)
    }
    for variable in ["LOGNAME", "USER"] where System.isText(variable) {
      guard let name = System.environment(variable) else { continue }
      if let name = try? checkedText(name, field: variable) { return name }
    }
    return "uid \(System.user)"
  }
}
