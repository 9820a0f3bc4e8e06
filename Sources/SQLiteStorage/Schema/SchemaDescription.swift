import SQLite

/// A table or view of a book, in words: what a row is, and what its columns hold.
///
/// The words are the comments of the migrations, which a book keeps with its schema.
public struct SchemaDescription: Equatable, Sendable {
  /// A column of it.
  public struct Column: Equatable, Sendable {
    /// Its name.
    public let name: String
    /// The type that it was declared with; of a view's expressions, none.
    public let type: String
    /// What it is counted in or written as; `nil` for plain text and numbers.
    public let unit: String?
    /// What it means.
    public let meaning: String
    /// The tables of which it names a row, alone or with other columns.
    public let references: [String]
  }

  /// Its name.
  public let name: String
  /// Whether it is a view, which is made for people.
  public let isView: Bool
  /// What a row is.
  public let meaning: String
  /// The statement that made it.
  public let sql: String
  /// A question that it answers.
  public let example: String
  /// Its columns, in their order.
  public let columns: [Column]

  init(
    name: String, isView: Bool, sql: String,
    columns: [(name: String, type: String, references: [String])]
  ) {
    let comments = SchemaComments(sql)
    self.name = name
    self.isView = isView
    self.sql = sql
    meaning = comments.row ?? ColumnWords.rows[name] ?? ""
    example =
      ColumnWords.examples[name]
      ?? "SELECT \(columns.prefix(4).map(\.name).joined(separator: ", ")) FROM \(name) LIMIT 10"
    self.columns = columns.map { column in
      Column(
        name: column.name, type: column.type,
        unit: ColumnWords.unit(of: column.name, isInteger: column.type == "INTEGER"),
        meaning: comments.columns[column.name] ?? ColumnWords.columns["\(name).\(column.name)"]
          ?? ColumnWords.columns[column.name] ?? "",
        references: column.references)
    }
  }
}

/// The comments of a statement that makes a table or a view.
struct SchemaComments {
  /// What a row is.
  let row: String?
  /// What stands behind a column's line.
  let columns: [String: String]

  init(_ sql: String) {
    let isView = sql.hasPrefix("CREATE VIEW")
    var row: String?
    var isInRow = false
    var columns: [String: String] = [:]
    for line in sql.split(separator: "\n") {
      guard let dashes = line.firstRange(of: "--") else {
        isInRow = false
        continue
      }
      let comment = String(line[dashes.upperBound...].drop { $0 == " " })
      let code = line[..<dashes.lowerBound]
      let words = code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
      guard let word = isView ? words.last : words.first else {
        let start = "A row is "
        if row == nil, comment.hasPrefix(start) {
          row = String(comment.dropFirst(start.count))
          isInRow = true
        } else if isInRow {
          row = (row ?? "") + " " + comment
        }
        continue
      }
      isInRow = false
      columns[String(word)] = comment
    }
    self.row = row
    self.columns = columns
  }
}
