import LedgerCore
import Tabular

/// Applies a profile's rules to rows.
struct RowFilter {
  enum Verdict {
    case read
    /// It is no fact; what it is, if the profile says so.
    case skip(String?)
  }

  private let rules: [(rule: RowRule, tests: [(cell: Cell?, test: RowRule.Test)])]
  private let numbers: NumberReading

  init(_ mapping: Mapping, _ numbers: NumberReading) {
    rules = mapping.rules
    self.numbers = numbers
  }

  /// Whether the row is to be read.
  ///
  /// - Throws: the fault of a row that a rule rejects.
  func verdict(
    _ row: borrowing some RecordReader & ~Copyable, kind: Sale.Kind? = nil
  ) throws(RowFault) -> Verdict {
    for (rule, tests) in rules {
      // What might be rejected is, if a column is missing that might speak for it.
      let isRejection = rule.rejection != nil
      guard try holds(tests, row, kind, missingIsEmpty: isRejection) else { continue }
      guard let reason = rule.rejection else { return .skip(rule.name) }
      // The column that says most is one that the file has, and where something stands.
      let cells = tests.compactMap(\.cell).filter { $0.column != nil }
      let cell = cells.first { !$0.text(row).isEmpty } ?? cells.first
      throw RowFault(column: cell?.column, value: cell?.text(row), reason: .rule(reason))
    }
    return .read
  }

  /// Whether all tests hold.
  ///
  /// - Throws: the fault of a cell whose number is tested and cannot be read.
  func holds(
    _ tests: [(cell: Cell?, test: RowRule.Test)], _ row: borrowing some RecordReader & ~Copyable,
    _ kind: Sale.Kind?, missingIsEmpty: Bool = false
  ) throws(RowFault) -> Bool {
    for (cell, test) in tests {
      let cell = cell ?? (missingIsEmpty ? Cell(origin: .constant("")) : nil)
      if try !holds(test, cell, row, kind) { return false }
    }
    return true
  }

  private func holds(
    _ test: RowRule.Test, _ cell: Cell?, _ row: borrowing some RecordReader & ~Copyable,
    _ kind: Sale.Kind?
  ) throws(RowFault) -> Bool {
    if case .field(.kind) = test.subject {
      return switch test.condition {
      case .kind(let wanted): kind == wanted
      case .equals(let text): kind?.rawValue == text
      case .begins(let text): kind?.rawValue.hasPrefix(text) ?? false
      case .empty: kind == nil
      case .present: kind != nil
      case .oneOf(let texts, let isIn): (kind.map { texts.contains($0.rawValue) } ?? false) == isIn
      case .negative, .zero, .positive: false
      }
    }
    guard let cell else { return false }
    switch test.condition {
    case .negative: return try numbers.sign(cell, row) == -1
    case .zero: return try numbers.sign(cell, row) == 0
    case .positive: return try numbers.sign(cell, row) == 1
    case .empty: return cell.withBytes(row) { $0.isEmpty }
    case .present: return !cell.withBytes(row) { $0.isEmpty }
    case .oneOf(let texts, let isIn): return texts.contains(cell.text(row).lowercased()) == isIn
    case .equals(let text): return cell.withBytes(row) { $0.isEqual(to: text.utf8Span.span) }
    case .begins(let text):
      return cell.withBytes(row) { bytes in
        let count = text.utf8.count
        return bytes.count >= count
          && bytes.extracting(0..<count).isEqual(to: text.utf8Span.span)
      }
    case .kind: return false
    }
  }
}
