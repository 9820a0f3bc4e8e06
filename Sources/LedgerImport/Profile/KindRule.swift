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
  /// The columns of movements of a kind, where those are others than of sales.
  let columns: [Sale.Kind: Columns]

  /// The columns of one kind; `nil` where they are those of sales.
  struct Columns: Sendable {
    var at: String?
    var quantity: String?
    var amount: String?
    var product: String?

    var all: [String] { [at, quantity, amount, product].compactMap(\.self) }
  }

  func kind(of text: String) -> Sale.Kind? {
    values[text] ?? prefixes.first { text.hasPrefix($0.text) }?.kind ?? otherwise
  }
}
