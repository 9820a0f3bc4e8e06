import LedgerCore

/// Which rows are skipped or rejected before they are read.
struct RowRule: Sendable {
  /// What a test looks at.
  enum Subject: Sendable {
    case field(Field)
    case column(String)
  }

  /// What it expects there.
  enum Condition: Sendable {
    case negative, zero, positive
    case empty, present
    case equals(String)
    case begins(String)
    case kind(Sale.Kind)
    /// Whether it is, or is not, one of the texts, in capitals or not.
    case oneOf([String], Bool)
  }

  struct Test: Sendable {
    let subject: Subject
    let condition: Condition
  }

  /// All must hold.
  let tests: [Test]
  /// Why the rows are rejected; `nil` where they are skipped.
  let rejection: String?
  /// What skipped rows are, in a word or two.
  let name: String?
}
