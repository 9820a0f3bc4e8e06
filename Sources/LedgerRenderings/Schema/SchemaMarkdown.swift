import LedgerCore

/// The description of tables and views, as a page: `docs/schema.md`.
enum SchemaMarkdown {
  /// `origin`: what wrote the page, in a sentence.
  static func page(_ relations: [SchemaDescription], origin: String) -> String {
    "# The schema of a book\n\n\(origin)\n\n" + head + "## Views\n"
      + relations.filter(\.isView).map(section).joined() + "\n## Tables\n"
      + relations.filter { !$0.isView }.map(section).joined()
  }

  private static let head = """
    The **views** are made for people, and queries of them keep working: columns are only ever
    added.

    - They leave out facts that were voided or restated, and refer to a show by its key. A view
      whose name ends in `_history` has every fact ever recorded, with `recorded_at` and
      `voided_by`.
    - Instants are ISO 8601 text in UTC. A column whose name ends in `_local` has the same instant
      in the market's local time, with its offset: that of the zone in `market_zone`. It is null
      before 2010 and after 2037.
    - A plain name is a number, to compare, sort and sum (`net`, `amount`, `rate`). The same name
      with `_text` is the exact decimal as text (`net_text`, `amount_text`). Names that end in
      `_number` are former names, which stay until version 1.0.
    - `current_event`, `current_event_brand` and `current_event_creator` are an exception: they have
      the ids and units of the tables.

    The **tables** hold the facts as they are recorded, the reference data, and totals. Facts and
    reference data are append-only: triggers prevent changes, in any program that opens the book. A
    query of facts has to leave out those whose entry is in `void`, and those that a later entry
    restates. Totals are not facts: the program updates them together with the facts.

    ![Diagram of the tables, their references, and the views](schema.svg)


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
