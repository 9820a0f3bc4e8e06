package import LedgerCore

/// A saved query as an SQL file, with everything else in comments.
package enum SavedQueryText {
  /// A version of a query; if none is chosen, the newest that is not voided and has a statement.
  package static func page(
    _ chosen: SavedQueryRecord?, of versions: [SavedQueryRecord]
  ) -> String {
    let current = versions.last { $0.voidedBy == nil && $0.query.statement != nil }
    guard let chosen = chosen ?? current ?? versions.last else { return "" }
    let query = chosen.query
    var lines = [query.name + (query.description.map { ": \($0)" } ?? "")]
    lines += query.parameters.map { parameter in
      let type = parameter.type.map { ", type \($0)" } ?? ""
      let value = parameter.value.map { ", default \(quoted($0))" } ?? ""
      return ":\(printable(parameter.name))\(type)\(value)"
    }
    lines += versions.map { state(of: $0, isShown: $0 == chosen) }
    let head = lines.map { "-- \(printable($0))\n" }.joined()
    guard let statement = query.statement else { return head }
    return head
      + statement.split(separator: "\n", omittingEmptySubsequences: false)
      .map { printable(String($0)) + "\n" }.joined()
  }

  /// A version in words: `version 2, saved in entry 7 at 2022-01-15T09:00:00Z: shown below`.
  private static func state(of record: SavedQueryRecord, isShown: Bool) -> String {
    var words =
      if let entry = record.entry, let at = record.recordedAt {
        "version \(record.version), "
          + (record.query.statement == nil ? "retired" : "saved")
          + " in entry \(entry) at \(at)"
      } else {
        "version 0, shipped with the program"
      }
    if let void = record.voidedBy { words += ", voided by entry \(void)" }
    return words + (isShown ? ": shown below" : "")
  }
}

extension SavedQuery {
  /// The parameters, such as `:market=UK, :since`; `nil` if the query has none.
  package var parameterText: String? {
    parameters.isEmpty
      ? nil
      : parameters.map { ":\($0.name)" + ($0.value.map { "=\($0)" } ?? "") }
        .joined(separator: ", ")
  }
}

extension SavedQueryRecord {
  /// Where the query is kept: in the program or in the book.
  package var origin: String { entry == nil ? "program" : "book" }
}
