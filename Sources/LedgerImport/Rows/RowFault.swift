import LedgerCore

/// Why a row, or one value of it, is no fact.
struct RowFault: Error {
  let column: String?
  let value: String?
  let reason: String

  /// Leaves out of the reason what it repeats of the value.
  init(column: String?, value: String?, reason: String) {
    self.column = column
    self.value = value
    if let value, reason.hasPrefix("\"\(value)\" ") {
      self.reason = String(reason.dropFirst(value.count + 3))
    } else {
      self.reason = reason
    }
  }

  /// What the ledger says of a value, at the column where that stands.
  init(_ error: LedgerError, in mapping: Mapping) {
    switch error {
    case .invalid(let word, let value, let reason):
      self.init(mapping, Field(word: word), word: word, value: value, reason: reason)
    case .unknownMarket(let text, _):
      self.init(mapping, .market, word: "market", value: text, reason: error.description)
    case .unknownCurrency(let text, _):
      self.init(mapping, .currency, word: "currency", value: text, reason: error.description)
    case .unknownMetric(let text, _):
      self.init(mapping, .metric, word: "metric", value: text, reason: error.description)
    case .unknownEvent(let text, _, _):
      self.init(mapping, .event, word: "event", value: text, reason: error.description)
    case .marketOfEvent(_, _, let given):
      let column = mapping.columnName(.market)
      self.init(column: column, value: column == nil ? nil : given, reason: error.description)
    default:
      self.init(column: nil, value: nil, reason: error.description)
    }
  }

  private init(_ mapping: Mapping, _ field: Field?, word: String, value: String, reason: String) {
    let column = field.flatMap(mapping.columnName)
    let subject = "\(word) \(quoted(value)) "
    let predicate =
      reason.hasPrefix(subject) ? String(reason.dropFirst(subject.count)) : reason
    // Where no column can be named, the word says what the value was to be.
    self.init(
      column: column, value: value, reason: column == nil ? "\(word) \(predicate)" : predicate)
  }
}
