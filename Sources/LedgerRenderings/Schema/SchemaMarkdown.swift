package import LedgerCore

/// What tables and views hold, as a page: `docs/schema.md`.
package enum SchemaMarkdown {
  /// `origin`: what wrote the page, in a sentence.
  package static func page(_ relations: [SchemaDescription], origin: String) -> String {
    "# The schema of a book\n\n\(origin)\n\n" + head + "## Views\n"
      + relations.filter(\.isView).map(section).joined() + "\n## Tables\n"
      + relations.filter { !$0.isView }.map(section).joined()
  }

  private static let head = """
    The **views** are made for people and stay as they are: columns are only ever added to them.
    They leave out what was voided or restated, and name things by their keys; a view whose name
    ends in `_history` has all that was ever recorded, with `recorded_at` and `voided_by`.
    Instants are ISO 8601 text in UTC, and beside it, in a column whose name ends in `_local`, by
    the clocks of the market, as `market_clock` has them: null before 2010, after 2037, and where
    the clocks of a country differ, as in the United States. Money is a number where it is to be
    computed with (`net`, `amount_number`), and decimal text where it is to be exact (`net_text`,
    `amount`).

    The **tables** are what is recorded: append-only, which triggers keep in any program. Whoever
    reads them has to leave out what a row of `void` takes back.

    ![The tables, what their rows refer to, and the views](schema.svg)


    """

  private static func section(_ relation: SchemaDescription) -> String {
    let rows = relation.columns.map { column in
      let unit = column.unit ?? column.type.lowercased()
      return "| `\(column.name)` | \(unit) | \(Markdown.text(column.meaning)) |\n"
    }
    return "\n### \(relation.name)\n\nA row is \(Markdown.text(relation.meaning))\n\n"
      + "```sql\n\(relation.example)\n```\n\n"
      + "| column | unit or type | meaning |\n| --- | --- | --- |\n" + rows.joined()
  }
}
