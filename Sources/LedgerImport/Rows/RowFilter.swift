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
      guard holds(tests, row, kind) else { continue }
      guard let reason = rule.rejection else { return .skip(rule.name) }
      // The column that says most is one that the file has.
      let cell = tests.lazy.compactMap(\.cell).first { $0.column != nil }
      throw RowFault(column: cell?.column, value: cell?.text(row), reason: .rule(reason))
    }
    return .read
  }

  /// Whether all tests hold.
  func holds(
    _ tests: [(cell: Cell?, test: RowRule.Test)], _ row: borrowing some RecordReader & ~Copyable,
    _ kind: Sale.Kind?
  ) -> Bool {
    var holds = true
    for (cell, test) in tests where holds { holds = self.holds(test, cell, row, kind) }
    return holds
  }

  private func holds(
    _ test: RowRule.Test, _ cell: Cell?, _ row: borrowing some RecordReader & ~Copyable,
    _ kind: Sale.Kind?
  ) -> Bool {
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
    case .negative: return sign(cell, row) == -1
    case .zero: return sign(cell, row) == 0
    case .positive: return sign(cell, row) == 1
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

  /// -1, 0 or 1; `nil` for what is no number, which is for the reading to complain of.
  private func sign(_ cell: Cell, _ row: borrowing some RecordReader & ~Copyable) -> Int128? {
    do throws(RowFault) { return try numbers.decimal(cell, row).micros.signum() } catch {
      return nil
    }
  }
}
