package import LedgerCore
import Tabular

/// Datasette metadata for a book: descriptions and canned queries.
///
/// <https://docs.datasette.io/en/stable/metadata.html> and, for the queries,
/// <https://docs.datasette.io/en/stable/sql_queries.html#canned-queries>.
package enum DatasetteMetadata {
  /// The metadata as JSON.
  ///
  /// `path`: the file of the book; `statement`: the SQL of a query that takes each parameter as
  /// text; `nil` to leave it out.
  package static func text(
    path: String, relations: [SchemaDescription], queries: [SavedQuery],
    statement: (SavedQuery) -> String?
  ) -> String {
    let tables = relations.map { ($0.name, json($0)) }
    let queries = queries.compactMap { query in
      statement(query).map { statement in
        (
          address(of: query, relations: relations, all: queries),
          json(query, statement: statement)
        )
      }
    }
    return JSON.object([
      ("title", .string("A book of live shopping")),
      (
        "databases",
        .object([
          (
            database(path),
            .object([
              ("description", .string(about)), ("tables", .object(tables)),
              ("queries", .object(queries)),
            ])
          )
        ])
      ),
    ]).text(pretty: true) + "\n"
  }

  /// What Datasette calls a file: its name without the last extension.
  private static func database(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? path[...]
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex,
      name.index(after: dot) < name.endIndex
    else { return String(name) }
    return String(name[..<dot])
  }

  private static let about = """
    The views are for people: they leave out what was voided or restated, name things by their \
    keys, and give instants in UTC. The hidden tables hold the recorded facts and their totals.
    """

  /// The tables that no view presents, with the words that facts use; all others are hidden.
  private static let shownTables: Set = ["currency", "market", "metric"]

  private static func json(_ relation: SchemaDescription) -> JSON {
    let columns = relation.columns.map { column in
      let unit = column.unit.flatMap { column.meaning.contains($0) ? nil : " (\($0))" } ?? ""
      return (column.name, JSON.string(column.meaning + unit))
    }
    var members: [(String, JSON)] = [
      ("description", .string("A row is \(relation.meaning)")), ("columns", .object(columns)),
    ]
    if relation.isView {
      // Datasette sorts tables by any column, but views only by the columns listed here.
      members.append(("sortable_columns", .array(relation.columns.map { .string($0.name) })))
    } else if !shownTables.contains(relation.name) {
      members.append(("hidden", .bool(true)))
    }
    return .object(members)
  }

  /// The name of a query in Datasette.
  ///
  /// A query with the name of a table or view would take its address, so it gets a suffix.
  private static func address(
    of query: SavedQuery, relations: [SchemaDescription], all: [SavedQuery]
  ) -> String {
    guard relations.contains(where: { $0.name == query.name }) else { return query.name }
    var name = query.name + "-question"
    while all.contains(where: { $0.name == name }) { name += "-question" }
    return name
  }

  private static func json(_ query: SavedQuery, statement: String) -> JSON {
    let parameters = query.parameters.map { parameter in
      ":\(parameter.name)" + (parameter.value.map { " is \($0) if left empty" } ?? "")
    }
    var members: [(String, JSON)] = [
      ("sql", .string(statement)), ("title", .string(query.description ?? query.name)),
    ]
    if !parameters.isEmpty {
      members.append(("description", .string(parameters.joined(separator: ", ") + ".")))
      members.append(("params", .array(query.parameters.map { .string($0.name) })))
    }
    return .object(members)
  }
}
