package import LedgerCore

/// What a guest adds to a rendering, in its own words: how to ask for more, or to record something.
package struct Hints: Sendable {
  /// How all rows of a list are shown, by their number: it stands behind `… and 12 more`.
  package let listAll: (@Sendable (Int) -> String)?
  /// How what a criterion needs is recorded; `nil` where there is no single way.
  package let record: @Sendable (ReadinessCriterion.Measure) -> String?

  package init(
    listAll: (@Sendable (Int) -> String)? = nil,
    record: @escaping @Sendable (ReadinessCriterion.Measure) -> String? = { _ in nil }
  ) {
    self.listAll = listAll
    self.record = record
  }

  /// No hints: what a program shows that has no words of its own.
  package static let none = Hints()

  /// The line below a list of which some rows are left out; nothing where none is.
  func more(_ count: Int, of all: Int) -> String {
    guard count > 0 else { return "" }
    return "  … and \(grouped(Int64(count))) more\(listAll.map { ": \($0(all))" } ?? "")\n"
  }

  /// What has to be recorded for a criterion, and how.
  func evidence(_ measure: ReadinessCriterion.Measure) -> String {
    measure.evidence + (record(measure).map { " (\($0))" } ?? "")
  }
}
