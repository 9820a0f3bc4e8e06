import LedgerCore

/// How the text of one column decides the kind of a sale.
struct KindRule: Sendable {
  let column: String
  /// By the whole text, which goes before the prefixes.
  let values: [String: Sale.Kind]
  /// By how the text begins, the longest first.
  let prefixes: [(text: String, kind: Sale.Kind)]
  /// For all other texts; without it they are rejected.
  let otherwise: Sale.Kind?
  /// The columns that date movements of a kind, where those are others.
  let at: [Sale.Kind: String]

  func kind(of text: String) -> Sale.Kind? {
    values[text] ?? prefixes.first { text.hasPrefix($0.text) }?.kind ?? otherwise
  }
}
