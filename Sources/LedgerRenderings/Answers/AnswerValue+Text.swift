package import LedgerCore
package import Tabular

extension AnswerValue {
  /// The value as data; `nil` for null.
  package var plainText: String? {
    switch self {
    case .null: nil
    case .integer(let integer): String(integer)
    case .real(let real): real.description
    case .text(let text): text
    case .blob(let bytes): hexadecimal(bytes)
    }
  }

  package var json: JSON {
    switch self {
    case .null: .null
    case .integer(let integer): .integer(integer)
    case .real(let real): real.isFinite ? .number(real.description) : .null
    case .text(let text): .string(text)
    case .blob(let bytes): .string(hexadecimal(bytes))
    }
  }

  package var isNumber: Bool {
    switch self {
    case .integer, .real: true
    case .null, .text, .blob: false
    }
  }

  package static func optional(_ text: String?) -> AnswerValue {
    text.map(AnswerValue.text) ?? .null
  }
  package static func optional(_ integer: Int64?) -> AnswerValue {
    integer.map(AnswerValue.integer) ?? .null
  }

  /// Names in one text; null for none.
  static func list(_ names: [String]) -> AnswerValue {
    names.isEmpty ? .null : .text(names.joined(separator: "; "))
  }
}
