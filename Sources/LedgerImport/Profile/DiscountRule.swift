import LedgerCore

/// A column of what is off the amount of a row, which the amount does not yet say.
struct DiscountRule: Sendable {
  let column: String
  /// When it is off: all must hold.
  let tests: [RowRule.Test]

  /// Reads the tables `[[discount]]`.
  static func all(of root: Section) throws(ProfileError) -> [DiscountRule] {
    var rules: [DiscountRule] = []
    for section in try root.sections("discount") {
      try section.allow(["column", "when", "when_column"])
      guard let column = try section.column("column") else {
        throw section.fault("column", "is missing: it names the column of the discount")
      }
      rules.append(DiscountRule(column: column, tests: try RowRule.tests(section, .sales)))
    }
    return rules
  }
}
