import LedgerCore

/// Another movement that a row of sales holds beside the sale: it was cancelled or paid back.
struct MovementRule: Sendable {
  let kind: Sale.Kind
  /// When there is one: all must hold.
  let tests: [RowRule.Test]
  /// The columns of its instant, of which the first that is not empty counts.
  let at: [String]
  /// The column of its amount; `nil` for the sale's own.
  let amount: String?
  /// The line of a movement of the whole order; `nil` where it is that of the sale.
  let line: Int64?
  /// An adjustment adds to the order's money.
  let isAdded: Bool

  /// Reads the tables `[[movement]]`.
  static func all(of root: Section) throws(ProfileError) -> [MovementRule] {
    var rules: [MovementRule] = []
    for section in try root.sections("movement") {
      try section.allow(["kind", "when", "when_column", "at", "amount", "line", "adds"])
      guard let name = try section.text("kind") else {
        throw section.fault("kind", "is missing: it says cancellation, refund or adjustment")
      }
      let line = try section.text("line")
      let number = line.flatMap { Int64($0) }
      guard line == nil || (number.map { $0 >= 0 } ?? false) else {
        throw section.fault("line", "is no whole number, 0 or more, as a text")
      }
      let amount = try section.text("amount")
      guard number == nil || amount != nil else {
        throw section.fault("amount", "is missing: a movement of the whole order names its column")
      }
      guard let at = try section.list("at"), !at.isEmpty else {
        throw section.fault("at", "is missing: it lists the columns that may say when")
      }
      rules.append(
        MovementRule(
          kind: try Sale.Kind(name, key: "kind", in: section),
          tests: try RowRule.tests(section, .sales), at: at, amount: amount, line: number,
          isAdded: try section.text("adds") == "yes"))
    }
    return rules
  }
}
