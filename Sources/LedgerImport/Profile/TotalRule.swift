import LedgerCore

/// A column that holds what a platform reports of a show in sum.
struct TotalRule: Sendable {
  let measure: Measure
  let column: String
  /// What a number is multiplied by to be of the measure's unit.
  let factor: Int64

  /// Reads the table `[totals]`.
  static func all(_ section: Section) throws(ProfileError) -> [TotalRule] {
    try section.allow(Measure.allCases.map(\.rawValue))
    var rules: [TotalRule] = []
    for key in section.keys {
      guard let measure = Measure(rawValue: key) else { continue }
      if section.isTable(key), let inner = try section.section(key) {
        try inner.allow(["column", "times"])
        guard let column = try inner.column("column") else {
          throw inner.fault("column", "is missing: it names the column")
        }
        guard let factor = Int64(try inner.text("times") ?? "1"), (1...1_000_000).contains(factor)
        else { throw inner.fault("times", "is no whole number from 1 to 1,000,000, as a text") }
        rules.append(TotalRule(measure: measure, column: column, factor: factor))
      } else if let column = try section.column(key) {
        rules.append(TotalRule(measure: measure, column: column, factor: 1))
      }
    }
    return rules
  }
}
