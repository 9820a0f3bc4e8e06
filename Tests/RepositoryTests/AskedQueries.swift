import Foundation
import LedgerCore
import Rows
import Testing

@testable import SQLiteStorage

/// The queries that people are shown: those of docs/cookbook.md, and those that ship.
enum AskedQueries {
  /// A query of the cookbook by the number of its question; `place`: which one, from 0.
  static func cookbook(_ question: Int, place: Int = 0) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "docs/cookbook.md"), encoding: .utf8)
    let part = try #require(page.components(separatedBy: "\n### \(question). ").dropFirst().first)
    let own = try #require(part.components(separatedBy: "\n### ").first)
    let command = own.components(separatedBy: "\n$ ledger sql ")[place + 1]
    let start = try #require(command.firstIndex(of: "\""))
    let end = try #require(command.firstRange(of: "\"\n")?.lowerBound)
    return command[command.index(after: start)..<end].replacingOccurrences(of: "\\\n", with: "\n")
  }

  /// A query that ships, with values in place of its parameters.
  ///
  /// `text`: those of the others that are text, by name.
  static func shipped(
    _ name: String, rows: Int = 20, text: [String: String] = [:]
  ) throws -> String {
    let query = try #require(ShippedQueries.all.first { $0.name.description == name })
    let values = text.mapValues { "'\($0)'" }.merging(["market": "'%'", "rows": "\(rows)"]) { $1 }
    return values.reduce(try #require(query.statement)) { statement, value in
      statement.replacingOccurrences(of: ":\(value.key)", with: value.value)
    }
  }

  /// The rows of an answer, each as one text; numbers with two decimals.
  static func rows(_ sql: String, _ book: AskedBook) throws -> [String] {
    try book.ledger.connection.all(sql).map { row in
      row.map { value in
        switch value {
        case .null: "-"
        case .integer(let number): String(format: "%.2f", Double(number))
        case .real(let number): String(format: "%.2f", number == 0 ? 0 : number)
        case .text(let text): text
        case .blob: "?"
        }
      }.joined(separator: " ")
    }
  }
}

/// Expects the rows of an answer, in any order unless it matters.
func expect(
  _ found: [String], are expected: [String], isOrdered: Bool = false, seed: UInt64,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let isSame = isOrdered ? found == expected : found.sorted() == expected.sorted()
  let (more, fewer) = (Set(found).subtracting(expected), Set(expected).subtracting(found))
  #expect(
    isSame, "SEED=\(seed), too many: \(more.sorted()), missing: \(fewer.sorted())",
    sourceLocation: sourceLocation)
}

/// A number with two decimals, as ``AskedQueries/rows(_:_:)`` shows it.
func shown(_ number: Double?) -> String {
  number.map { String(format: "%.2f", $0 == 0 ? 0 : $0) } ?? "-"
}
