package import LedgerCore
import Tabular

/// What a book holds and what to ask of it, as Datasette takes it.
///
/// <https://docs.datasette.io/en/stable/metadata.html> and, for the questions,
/// <https://docs.datasette.io/en/stable/sql_queries.html#canned-queries>.
package enum DatasetteMetadata {
  /// `database`: what Datasette calls the book, the name of its file without the extension;
  /// `statement`: what a form asks for a question, with each parameter as text; `nil` for none.
  package static func text(
    database: String, relations: [SchemaDescription], questions: [SavedQuestion],
    statement: (SavedQuestion) -> String?
  ) -> String {
    let tables = relations.map { ($0.name, json($0)) }
    let queries = questions.compactMap { question in
      statement(question).map { statement in
        (
          address(of: question, relations: relations, all: questions),
          json(question, statement: statement)
        )
      }
    }
    return JSON.object([
      ("title", .string("A book of live shopping")),
      (
        "databases",
        .object([
          (
            database,
            .object([
              ("description", .string(about)), ("tables", .object(tables)),
              ("queries", .object(queries)),
            ])
          )
        ])
      ),
    ]).text(pretty: true) + "\n"
  }

  private static let about = """
    The views are for people: they leave out what was voided or restated, name things by their \
    keys, and give instants in UTC. The hidden tables hold the recorded facts and their totals.
    """

  /// What no view presents, the words that facts use; all other tables are hidden.
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
      // Datasette sorts tables by any column, and views by those that it is told.
      members.append(("sortable_columns", .array(relation.columns.map { .string($0.name) })))
    } else if !shownTables.contains(relation.name) {
      members.append(("hidden", .bool(true)))
    }
    return .object(members)
  }

  /// A question would take the address of a table or view of its name.
  private static func address(
    of question: SavedQuestion, relations: [SchemaDescription], all: [SavedQuestion]
  ) -> String {
    guard relations.contains(where: { $0.name == question.name }) else { return question.name }
    var name = question.name + "-question"
    while all.contains(where: { $0.name == name }) { name += "-question" }
    return name
  }

  private static func json(_ question: SavedQuestion, statement: String) -> JSON {
    let parameters = question.parameters.map { parameter in
      ":\(parameter.name)" + (parameter.value.map { " is \($0) if left empty" } ?? "")
    }
    var members: [(String, JSON)] = [
      ("sql", .string(statement)), ("title", .string(question.description ?? question.name)),
    ]
    if !parameters.isEmpty {
      members.append(("description", .string(parameters.joined(separator: ", ") + ".")))
      members.append(("params", .array(question.parameters.map { .string($0.name) })))
    }
    return .object(members)
  }
}
