import Foundation
import LedgerCore
import LedgerTesting
import Rows
import SQLite
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// A plain name in a view is a number; the same name with `_text` is the exact decimal.
@Suite struct NumberConventionTests {
  /// The columns of views that have a text beside them.
  private func pairs(_ connection: Connection) throws -> [(view: String, column: String)] {
    try connection.texts(
      """
      SELECT view.name || '.' || field.name
      FROM sqlite_schema AS view JOIN pragma_table_info(view.name) AS field
      JOIN pragma_table_info(view.name) AS beside ON beside.name = field.name || '_text'
      WHERE view.type = 'view' ORDER BY 1
      """
    ).map { name in
      let parts = name.split(separator: ".").map(String.init)
      return (parts[0], parts[1])
    }
  }

  /// A book with amounts that text would compare, order and sum otherwise.
  private func book() throws -> SQLiteLedger {
    let ledger = try SQLiteLedger.inMemory()
    var generator = SeededGenerator(for: "numbers of views")
    let show = try event("a", starts: "2022-06-01T18:00Z", ends: "2022-06-01T19:00Z")
    _ = try ledger.record([show], as: draft())
    let amounts: [Int128] =
      [9_000_000, 10_000_000, 100_000_000, 19_900_000, 100_000, 200_000]
      + (0..<60).map { _ in Int128(Int64.random(in: 1...99_999_999, using: &generator)) * 10_000 }
    for (index, micros) in amounts.enumerated() {
      _ = try ledger.record(
        [sale(order: "\(index)", micros: micros, at: "2022-06-01T18:30Z")], as: draft())
    }
    for (index, micros) in amounts.prefix(9).enumerated() {
      _ = try ledger.record(
        [total(micros, at: "2022-06-0\(index + 1)T20:00Z")], as: draft())
      _ = try ledger.record(
        [rate("\(Double(micros) / 1e6)", on: "2022-06-0\(index + 1)")], as: draft(),
        onConflict: .refuse)
    }
    _ = try ledger.record(
      [
        target(9_000_000), target(100_000_000, "refund_rate_by_value", currency: nil),
        target(10_000_000, "orders", currency: nil),
      ], as: draft(), onConflict: .refuse)
    return ledger
  }

  @Test func `numbers are compared, ordered and summed as the decimals beside them`() throws {
    let ledger = try book()
    let connection = ledger.connection
    let pairs = try pairs(connection)
    #expect(
      pairs.map { "\($0.view).\($0.column)" } == [
        "event_summary.gross", "event_summary.net", "rates.rate", "rates_history.rate",
        "reported_totals.value", "reported_totals_history.value", "sales.amount",
        "sales_history.amount", "survey_answers.share_percent", "targets.value",
        "targets_history.value",
      ])
    for (view, column) in pairs {
      var statement = try connection.uncachedStatement(
        """
        SELECT \(column), \(column)_text, typeof(\(column)), typeof(\(column)_text) FROM \(view)
        WHERE \(column) IS NOT NULL ORDER BY \(column)
        """)
      let rows = try statement.rows { row throws(StorageError) in
        #expect(try row.text(2) == "real")
        #expect(try row.text(3) == "text")
        guard case .real(let number) = try row.value(0) else {
          return (Double.nan, try row.text(1))
        }
        return (number, try row.text(1))
      }
      let decimals = try rows.map { try #require(Decimal(string: $0.1)) }
      #expect(decimals == decimals.sorted(), "\(view).\(column)")
      for (number, text) in rows { #expect(number == text.real, "\(view).\(column)") }
      guard let most = decimals.last else { continue }
      let total = decimals.reduce(0, +)
      let found = try connection.texts(
        """
        SELECT printf('%.2f %.2f %d', max(\(column)), sum(\(column)),
          sum(\(column) > \(decimals[decimals.count / 2])))
        FROM \(view)
        """)
      let above = decimals.filter { $0 > decimals[decimals.count / 2] }.count
      #expect(
        found == [String(format: "%.2f %.2f %d", "\(most)".real, "\(total)".real, above)],
        "\(view).\(column)")
    }
  }

  @Test func `former names stay, and are the numbers`() throws {
    let connection = try book().connection
    for (view, column) in try pairs(connection) where !view.hasPrefix("event") {
      #expect(
        try connection.texts(
          "SELECT 'x' FROM \(view) WHERE \(column) IS NOT \(column)_number") == [])
    }
  }

  @Test func `a query that was kept before and reads what is a number now is named`() throws {
    #expect(
      try #require(
        Audit.textRead(
          by: "SELECT market,\n  max(amount), amount_number\nFROM Sales WHERE amount > '50'")
      ) == ("sales.amount", "max(amount_text), amount_number"))
    #expect(
      try #require(Audit.textRead(by: "SELECT targets.value FROM targets"))
        == ("targets.value", "SELECT targets.value_text FROM targets"))
    #expect(Audit.textRead(by: "SELECT amount_text FROM sales") == nil)
    #expect(Audit.textRead(by: "SELECT sum(net) AS amount FROM event_summary") == nil)
    #expect(Audit.textRead(by: "SELECT value FROM settings") == nil)
  }
}

extension String {
  fileprivate var real: Double { Double(self) ?? .nan }
}
