/// A description of a table or view of a book: what a row is, and what its columns hold.
///
/// The words are the program's own, or else the comments of the migrations, which a book keeps with
/// its schema.
public struct SchemaDescription: Equatable, Sendable {
  /// A column of the table or view.
  public struct Column: Equatable, Sendable {
    /// Its name.
    public let name: String
    /// Its declared type; empty for an expression of a view.
    public let type: String
    /// Its unit or format; `nil` for plain text and numbers.
    public let unit: String?
    /// What it means.
    public let meaning: String
    /// The tables whose rows it identifies, alone or with other columns.
    public let references: [String]

    /// Makes a column.
    public init(
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
  /// Whether it is a view, made for people.
  public let isView: Bool
  /// What a row is.
  public let meaning: String
  /// The statement that created it.
  public let sql: String
  /// A query that shows what is in it.
  public let example: String
  /// Its columns, in their order.
  public let columns: [Column]

  /// Makes a description.
  public init(
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
