package import LedgerCore

/// What the calling program adds to a rendering: how to see more, or how to record something.
package struct Hints: Sendable {
  /// How to show all rows of a list, given their number; it follows `… and 12 more`.
  package let listAll: (@Sendable (Int) -> String)?
  /// How to record what a criterion needs; `nil` if there is no single way.
  package let record: @Sendable (ReadinessCriterion.Measure) -> String?

  /// How to make known what shows of a market sold, given why it is not known.
  package let know: @Sendable (Market, UnknownSales, SalesGap) -> String?

  package init(
    listAll: (@Sendable (Int) -> String)? = nil,
    record: @escaping @Sendable (ReadinessCriterion.Measure) -> String? = { _ in nil },
    know: @escaping @Sendable (Market, UnknownSales, SalesGap) -> String? = { _, _, _ in nil }
  ) {
    self.listAll = listAll
    self.record = record
    self.know = know
  }

  /// No hints, for a program that adds nothing.
  package static let none = Hints()

  /// The line below a list that leaves out `count` rows; empty if it leaves out none.
  func more(_ count: Int, of all: Int) -> String {
    guard count > 0 else { return "" }
    return "  … and \(grouped(Int64(count))) more\(listAll.map { ": \($0(all))" } ?? "")\n"
  }

  /// What to record for a criterion, and how.
  func evidence(_ measure: ReadinessCriterion.Measure) -> String {
    measure.evidence + (record(measure).map { " (\($0))" } ?? "")
  }
}
