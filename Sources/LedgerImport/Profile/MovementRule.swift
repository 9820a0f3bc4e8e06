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
  /// What the amount is of all that has moved on the order.
  let extent: Sale.Extent

  /// Reads the tables `[[movement]]`.
  static func all(of root: Section) throws(ProfileError) -> [MovementRule] {
    var rules: [MovementRule] = []
    for section in try root.sections("movement") {
      try section.allow(["kind", "when", "when_column", "at", "amount", "line", "adds", "extent"])
      guard let name = try section.text("kind") else {
        throw section.fault("kind", "is missing: it says cancellation, refund or adjustment")
      }
      let line = try section.text("line")
      let number = line.flatMap { Int64($0) }
      guard line == nil || (number.map { $0 >= 0 } ?? false) else {
        throw section.fault("line", "is no whole number, 0 or more, as a text")
      }
      let amount = try section.text("amount")
      let extent = try extent(section)
      guard extent == .movement || number != nil else {
        throw section.fault("extent", "is of the whole order: it needs a line of its own")
      }
      guard extent != .refundsTakenBack || name == Sale.Kind.adjustment.rawValue else {
        throw section.fault("extent", "is that of an adjustment: the kind is another")
      }
      guard number == nil || amount != nil || extent == .refundsTakenBack else {
        throw section.fault("amount", "is missing: a movement of the whole order names its column")
      }
      guard let at = try section.list("at"), !at.isEmpty else {
        throw section.fault("at", "is missing: it lists the columns that may say when")
      }
      rules.append(
        MovementRule(
          kind: try Sale.Kind(name, key: "kind", in: section),
          tests: try RowRule.tests(section, .sales), at: at, amount: amount, line: number,
          isAdded: try section.text("adds") == "yes", extent: extent))
    }
    return rules
  }

  private static func extent(_ section: Section) throws(ProfileError) -> Sale.Extent {
    switch try section.text("extent") {
    case nil: .movement
    case "so far": .orderSoFar
    case "refunds taken back": .refundsTakenBack
    case .some:
      throw section.fault("extent", "is neither \"so far\" nor \"refunds taken back\"")
    }
  }
}
