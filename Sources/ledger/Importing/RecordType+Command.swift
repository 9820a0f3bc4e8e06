import LedgerImport

extension RecordType {
  /// The command that loads rows of this type, without the name of the program.
  var importCommand: String {
    switch self {
    case .shows: "import totals"
    case .creators: "import memberships"
    case .events, .audience, .sales, .claims, .surveys, .rates, .targets, .credits, .marks,
      .aliases:
      "import \(rawValue)"
    }
  }
}
