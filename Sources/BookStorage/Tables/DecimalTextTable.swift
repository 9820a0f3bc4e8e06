import Rows

/// The `decimal_text` table: until which entry the views had decimal text under plain names.
struct DecimalTextTable: Table {
  static let name = "decimal_text"
  static let columns: [Column] = [
    .integer("id", "always 1"), .integer("last_entry", "number of the entry"),
  ]
}

/// What the program notes of the step that made plain names numbers.
package enum DecimalText {
  /// The table that has it.
  package static let table = DecimalTextTable.name
  /// The statement that notes the last entry of a book that has some.
  package static let note = """
    INSERT INTO decimal_text SELECT 1, max(number) FROM entry HAVING max(number) IS NOT NULL
    """

  /// The columns that were decimal text, by the view.
  static let columns = [
    "rates": "rate", "reported_totals": "value", "sales": "amount",
    "survey_answers": "share_percent", "targets": "value",
  ]
}
