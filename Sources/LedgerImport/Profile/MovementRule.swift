import LedgerCore

/// Another movement that a row of sales holds beside the sale: it was cancelled or paid back.
struct MovementRule: Sendable {
  let kind: Sale.Kind
  /// When there is one: all must hold.
  let tests: [RowRule.Test]
  /// The columns of its instant, of which the first that is not empty counts.
  let at: [String]
  /// Whether these only say before which instant it was not: it was by the time of the file.
  let hasBounds: Bool
  /// The column of its units; `nil` for those of the sale, and if nothing says them.
  let quantity: String?
  /// Whether its units are not known, whatever those of the sale are.
  let isQuantityUnknown: Bool
  /// The column of its product; `nil` for that of the sale.
  let product: String?
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
      try section.allow([
        "kind", "when", "when_column", "at", "not_before", "amount", "quantity", "quantity_unknown",
        "product", "line", "adds", "extent",
      ])
      guard let name = try section.text("kind") else {
        throw section.fault("kind", "is missing: it says cancellation, refund or adjustment")
      }
      let line = try section.text("line")
      let number = line.flatMap { Int64($0) }
      guard line == nil || (number.map { $0 >= 0 } ?? false) else {
        throw section.fault("line", "is no whole number, 0 or more, as a text")
      }
      let amount = try section.column("amount")
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
      let kind = try Sale.Kind(name, key: "kind", in: section)
      let (quantity, isUnknown) = try units(section)
      let product = try section.column("product", for: .product)
      guard product == nil || extent == .movement else {
        throw section.fault("product", "stands next to extent, which is of the whole order")
      }
      let (at, hasBounds) = try times(section, kind, extent)
      rules.append(
        MovementRule(
          kind: kind, tests: try RowRule.tests(section, .sales), at: at, hasBounds: hasBounds,
          quantity: quantity, isQuantityUnknown: isUnknown, product: product, amount: amount,
          line: number,
          isAdded: try section.text("adds") == "yes",
          // An adjustment moves no units, so it has no product to find.
          extent: extent == .movement && number != nil && kind != .adjustment
            ? .wholeOrder : extent))
    }
    return rules
  }

  /// The columns of the time, and whether they are only its lower bound.
  private static func times(
    _ section: Section, _ kind: Sale.Kind, _ extent: Sale.Extent
  ) throws(ProfileError) -> (columns: [String], hasBounds: Bool) {
    if let at = try section.columnList("at", for: .at), !at.isEmpty {
      guard try section.columnList("not_before", for: .at) == nil else {
        throw section.fault("not_before", "stands next to at: leave one of them out")
      }
      return (at, false)
    }
    guard let columns = try section.columnList("not_before", for: .at), !columns.isEmpty else {
      throw section.fault("at", "is missing: it lists the columns that may say when")
    }
    guard kind == .refund, extent == .orderSoFar else {
      throw section.fault(
        "not_before",
        "is of a refund with extent = \"so far\": without it, a later file would "
          + "have the same refund at another time")
    }
    return (columns, true)
  }

  /// The column of the units, and whether they are not known.
  private static func units(
    _ section: Section
  ) throws(ProfileError) -> (column: String?, isUnknown: Bool) {
    let column = try section.column("quantity")
    switch try section.text("quantity_unknown") {
    case nil, "no": return (column, false)
    case "yes" where column == nil: return (nil, true)
    case "yes":
      throw section.fault("quantity_unknown", "stands next to quantity: leave one of them out")
    case .some: throw section.fault("quantity_unknown", "is neither \"yes\" nor \"no\"")
    }
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
