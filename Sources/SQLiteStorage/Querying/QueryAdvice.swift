import LedgerCore
import Rows
import SQLite

/// Suggests what the author of a query may have meant.
struct QueryAdvice {
  let names: SchemaNames

  /// A part of a sentence about an error, or an empty text.
  func advice(on error: StorageError, in sql: String) -> String {
    let tokens = SQLToken.all(of: sql)
    if let name = Self.name(in: error.message, after: "no such table: ") {
      return didYouMean(relations(near: name))
    }
    if let name = Self.name(in: error.message, after: "no such column: ") {
      let place = tokens.first { $0.range.lowerBound == error.offset }
      if place?.kind == .quotedName, sql.utf8.dropFirst(error.offset ?? 0).first == 0x22 {
        let meant = columns(near: name, tokens)
        return meant.isEmpty ? ": a text stands in single quotes, '\(name)'" : didYouMean(meant)
      }
      return didYouMean(columns(near: name, tokens))
    }
    if let name = Self.name(in: error.message, after: "no such function: ") {
      return didYouMean(
        nearest(to: name.lowercased(), among: Permission.harmlessFunctions.sorted()))
    }
    return ""
  }

  /// Where the error is; SQLite does not report it for tables and functions.
  static func offset(of error: StorageError, in sql: String) -> Int? {
    if let offset = error.offset { return offset }
    for start in ["no such table: ", "no such function: "] {
      guard let full = name(in: error.message, after: start) else { continue }
      let name = full.split(separator: ".").last.map { $0.lowercased() } ?? ""
      return SQLToken.all(of: sql).first { $0.isName(name) }?.range.lowerBound
    }
    return nil
  }

  /// SQLite's code is the same for all of these; its message is used only for advice.
  private static func name(in message: String, after start: String) -> String? {
    message.hasPrefix(start) ? String(message.dropFirst(start.count)) : nil
  }

  private func didYouMean(_ names: [String]) -> String {
    names.isEmpty ? "" : " (did you mean \(names.joined(separator: " or "))?)"
  }

  private func relations(near name: String) -> [String] {
    // Names in the first book are written without its name.
    let short = name.hasPrefix("main.") ? String(name.dropFirst("main.".count)) : name
    return likely(short, among: names.relations.map(\.name))
  }

  private func columns(near name: String, _ tokens: [SQLToken]) -> [String] {
    let column = name.split(separator: ".").last.map(String.init) ?? name
    let mentioned = names.relations.filter { relation in
      let last = relation.name.split(separator: ".").last.map { $0.lowercased() } ?? ""
      return tokens.contains { $0.isName(last) }
    }
    func full(_ meant: [String], of relations: [SchemaNames.Relation]) -> [String] {
      Array(
        meant.flatMap { column in
          relations.filter { $0.column(column) != nil }.map { "\($0.name).\(column)" }
        }.prefix(3))
    }
    let all = mentioned.flatMap { $0.columns.map(\.name) }
    let near = full(likely(column, among: Array(Set(all)).sorted()), of: mentioned)
    if !near.isEmpty { return near }
    return full([column.lowercased()], of: names.relations)
  }

  /// The nearest names; if there are none, those that contain the typed one or are part of it.
  private func likely(_ name: String, among candidates: [String]) -> [String] {
    let typed = name.lowercased()
    let near = nearest(to: typed, among: candidates)
    if !near.isEmpty { return near }
    guard typed.count >= 3 else { return [] }
    return Array(candidates.filter { $0.contains(typed) || typed.contains($0) }.prefix(3))
  }
}
