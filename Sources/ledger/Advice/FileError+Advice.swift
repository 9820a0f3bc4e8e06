import LedgerImport

extension FileError {
  /// The place and the reason, with the option that helps.
  var advice: String {
    described(
      statingDelimiterBy: "with --delimiter, or in a profile",
      encodingBy: "with --encoding, or in a profile")
  }
}
