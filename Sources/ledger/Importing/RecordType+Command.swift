import LedgerImport

extension RecordType {
  /// The command that loads rows of this type, without the name of the program.
  var importCommand: String { "import \(rawValue)" }
}
