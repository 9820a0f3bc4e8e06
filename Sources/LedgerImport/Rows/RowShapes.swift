import LedgerCore
import Tabular

/// Applies a profile's rules on how rows stand in a table.
struct RowShapes {
  private let rules: [ShapeRule]
  private var hasRows = false
  private var isBelowBlank = false

  /// `nil` where a profile has no such rules.
  init?(_ profile: Profile) {
    if profile.shapes.isEmpty { return nil }
    rules = profile.shapes
  }

  /// Takes in that a row has nothing in it.
  mutating func noteBlank() { if hasRows { isBelowBlank = true } }

  /// Whether a malformed row is to be rejected.
  mutating func verdict(
    ofMalformed row: borrowing some RecordReader & ~Copyable
  ) -> RowFilter.Verdict {
    if row.isShort { return verdict(row, isShort: true) }
    if row.followsBlankRow { noteBlank() }
    for rule in rules where isBelowBlank {
      if case .isBelowBlank = rule.test { return .skip(rule.name) }
    }
    return .read
  }

  /// Whether a row is to be read; one that is short is, where no rule says otherwise.
  mutating func verdict(
    _ row: borrowing some RecordReader & ~Copyable, isShort: Bool
  ) -> RowFilter.Verdict {
    if row.followsBlankRow { noteBlank() }
    for rule in rules {
      let holds =
        switch rule.test {
        case .isShort: isShort
        case .isBelowBlank: isBelowBlank
        case .first(let condition): row.fieldCount > 0 && condition.holds(row.text(0).trimmed)
        }
      if holds { return .skip(rule.name) }
    }
    hasRows = true
    return .read
  }
}

extension RowRule.Condition {
  /// Whether it holds of a text.
  fileprivate func holds(_ text: String) -> Bool {
    switch self {
    case .empty: text.isEmpty
    case .present: !text.isEmpty
    case .equals(let wanted): text == wanted
    case .begins(let start): text.hasPrefix(start)
    case .oneOf(let texts, let isIn): texts.contains(text.lowercased()) == isIn
    case .negative, .zero, .positive, .kind: false
    }
  }
}
