import LedgerCore

/// Which rows are skipped for how they stand in the table, whatever their columns say.
struct ShapeRule: Sendable {
  enum Test: Sendable {
    /// It has fewer cells than the header.
    case isShort
    /// What its first cell says.
    case first(RowRule.Condition)
    /// It stands below the first empty row.
    case isBelowBlank
  }

  let test: Test
  /// What such rows are, in a word or two.
  let name: String?

  static let keys = ["cells", "first_cell", "after"]

  /// The rule of a table `[[skip]]`; `nil` if that tests fields or columns.
  init?(_ section: Section, name: String?) throws(ProfileError) {
    let given = section.keys.filter(Self.keys.contains)
    guard let key = given.first else { return nil }
    if let other = section.keys.first(where: { $0.hasPrefix("when") }) ?? given.dropFirst().first {
      throw section.fault(key, "stands next to \(other): make two rules of them")
    }
    self.name = name
    switch key {
    case "cells":
      guard try section.text(key) == "fewer" else {
        throw section.fault(key, "is not \"fewer\", that is, than the header has")
      }
      test = .isShort
    case "after":
      guard try section.text(key) == "blank row" else {
        throw section.fault(key, "is not \"blank row\"")
      }
      test = .isBelowBlank
    default: test = .first(try RowRule.textCondition(section, key))
    }
  }
}
