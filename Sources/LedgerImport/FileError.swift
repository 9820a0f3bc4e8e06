public import LedgerCore
public import Tabular

/// Why a file cannot be read, as clients know it that do not read tables themselves.
public typealias FileError = TabularError

extension FileError {
  /// The place and the reason, with what states another delimiter where that is wrong.
  package func described(statingDelimiterBy way: String, encodingBy other: String) -> String {
    switch kind {
    case .delimiter: "\(self) \(way)"
    case .content where reason.hasSuffix(TextEncoding.advice): "\(self) \(other)"
    case .missing, .denied, .failed, .header, .content: description
    }
  }

  /// What kind of failure it is.
  ///
  /// Bytes that cannot be read are refused, and not wrong usage: what stands before them may be
  /// recorded already.
  public var code: LedgerError.Code {
    switch kind {
    case .missing: .notFound
    case .denied: .denied
    case .failed: .internal
    case .delimiter: .invalid
    case .header, .content: .refused
    }
  }
}
