/// A table or view of a book, in words: what a row is, and what its columns hold.
///
/// The words are the program's own, or else the comments of the migrations, which a book keeps with
/// its schema.
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

    package init(
      name: String, type: String, unit: String?, meaning: String, references: [String]
    ) {
      self.name = name
      self.type = type
      self.unit = unit
      self.meaning = meaning
      self.references = references
    }
  }

  /// Its name.
  public let name: String
  /// Whether it is a view, which is made for people.
  public let isView: Bool
  /// What a row is.
  public let meaning: String
  /// The statement that made it.
  public let sql: String
  /// A query that shows what is in it.
  public let example: String
  /// Its columns, in their order.
  public let columns: [Column]

  package init(
    name: String, isView: Bool, meaning: String, sql: String, example: String, columns: [Column]
  ) {
    self.name = name
    self.isView = isView
    self.meaning = meaning
    self.sql = sql
    self.example = example
    self.columns = columns
  }
}
