import LedgerCore

/// Why a row, or one value of it, is no fact.
struct RowFault: Error {
  let column: String?
  let value: String?
  let reason: RejectionReason

  init(column: String? = nil, value: String? = nil, reason: RejectionReason) {
    self.column = column
    self.value = value
    self.reason = reason
  }

  /// What the ledger says of a value, at the column where that stands.
  init(_ error: LedgerError, in mapping: Mapping) {
    reason = .ledger(error)
    let subject = error.subject
    column = subject.flatMap { Field(word: $0.field) }.flatMap(mapping.columnName)
    // An event says which market it is of, and not which was given, unless a column names it.
    if case .marketOfEvent = error, column == nil { value = nil } else { value = subject?.value }
  }
}
