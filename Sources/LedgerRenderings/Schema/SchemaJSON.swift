import LedgerCore
import Tabular

/// The description of tables and views, as JSON.
enum SchemaJSON {
  static func text(_ relations: [SchemaDescription]) -> String {
    JSON.array(relations.map(json)).text(pretty: true) + "\n"
  }

  private static func json(_ relation: SchemaDescription) -> JSON {
    .object([
      ("name", .string(relation.name)), ("type", .string(relation.isView ? "view" : "table")),
      ("row", .string(relation.meaning)), ("example", .string(relation.example)),
      (
        "columns",
        .array(
          relation.columns.map { column in
            .object([
              ("name", .string(column.name)), ("type", .string(column.type)),
              ("unit", column.unit.map(JSON.string) ?? .null),
              ("meaning", .string(column.meaning)),
            ])
          })
      ),
    ])
  }
}
