package import LedgerCore

extension SchemaDescription {
  /// Describes a table or view.
  ///
  /// The program's descriptions of exactly this relation and its columns come first, then the
  /// comments of the statement that created it, then the descriptions of column names.
  package init(
    name: String, isView: Bool, sql: String,
    columns: [(name: String, type: String, references: [String])]
  ) {
    let comments = SchemaComments(sql)
    self.init(
      name: name, isView: isView, meaning: ColumnWords.rows[name] ?? comments.row ?? "", sql: sql,
      example: ColumnWords.examples[name]
        ?? "SELECT \(columns.prefix(4).map(\.name).joined(separator: ", ")) FROM \(name) LIMIT 10",
      columns: columns.map { column in
        Column(
          name: column.name, type: column.type,
          unit: ColumnWords.unit(
            of: column.name, in: name, isInteger: column.type == "INTEGER"),
          meaning: ColumnWords.columns["\(name).\(column.name)"]
            ?? comments.columns[column.name] ?? ColumnWords.columns[column.name] ?? "",
          references: column.references)
      })
  }
}

/// The comments in a statement that creates a table or a view.
struct SchemaComments {
  /// What a row is.
  let row: String?
  /// The comments behind the columns.
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
