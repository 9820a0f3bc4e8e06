import LedgerCore
package import Rows

extension Value {
  /// The value as it is shown in a key.
  package var shown: String {
    switch self {
    case .null: "null"
    case .integer(let integer): "\(integer)"
    case .real(let real): "\(real)"
    case .text(let text): text
    case .blob(let bytes): hexadecimal(bytes[...])
    }
  }
}
