package import LedgerCore

/// The output formats of the description of tables and views.
package enum SchemaFormat: String, CaseIterable {
  case text, sql, json, markdown, svg

  /// Renders tables and views; a text is a page of one, and else a list.
  ///
  /// `asking`: the command that runs a query; `footer`: the sentence below a list; `origin`: what
  /// wrote a page, in a sentence.
  package func render(
    _ relations: [SchemaDescription], asking: (String) -> String = { $0 }, footer: String = "",
    origin: String
  ) -> String {
    switch self {
    case .text where relations.count == 1: SchemaText.page(relations[0], asking: asking)
    case .text: SchemaText.list(relations, footer: footer)
    case .sql: relations.map { $0.sql + ";\n" }.joined()
    case .json: SchemaJSON.text(relations)
    case .markdown: SchemaMarkdown.page(relations, origin: origin)
    case .svg: SchemaDiagram.svg(relations)
    }
  }
}
