import Tabular

extension RejectionReason {
  /// The reason without the values of the row: the same for all rows with the same problem.
  public var cause: String {
    var cause = ""
    var isQuoted = false
    for character in description {
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted, !character.isNumber { cause.append(character) }
    }
    return cause
  }

  /// Whether a stated encoding may help.
  public var asksForEncoding: Bool {
    if case .malformed(let text) = self { text.hasSuffix(TextEncoding.advice) } else { false }
  }
}
