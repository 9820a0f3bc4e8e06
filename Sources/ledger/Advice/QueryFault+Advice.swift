import LedgerCore

extension QueryFault {
  /// The same fault with the sentence that names options and commands.
  var advised: QueryFault {
    var fault = self
    fault.sentence = reason.advice
    return fault
  }
}

extension QueryFault.Reason {
  /// What is wrong, with the option or the command that helps.
  var advice: String {
    switch self {
    case .onlyReads:
      "`ledger sql` only reads: record facts with `ledger add-…` or `ledger import`"
    case .forbidden(let refusal): "`ledger sql` only reads: \(refusal)"
    case .valueMissing(let parameter):
      "the parameter \(parameter) has no value: --param \(parameter.dropFirst())=…"
    case .statement, .tooLong, .holdsNUL, .unnamedParameter, .unknownParameter, .failed, .stopped,
      .tooLate, .tooMuchMemory:
      description
    }
  }
}
