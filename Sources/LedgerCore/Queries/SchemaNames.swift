/// The tables and views of a book and their columns, as people name them in queries.
public struct SchemaNames: Sendable {
  /// A table or view.
  public struct Relation: Sendable {
    /// Its name, preceded by the name of its book unless that is the first one.
    public let name: String
    /// Whether it is a view, which is made for people.
    public let isView: Bool
    /// The names of its columns, and whether they hold integers.
    public let columns: [(name: String, isInteger: Bool)]

    /// Makes a table or view.
    public init(name: String, isView: Bool, columns: [(name: String, isInteger: Bool)]) {
      self.name = name
      self.isView = isView
      self.columns = columns
    }

    /// The column of a name, in any case.
    public func column(_ name: String) -> (name: String, isInteger: Bool)? {
      columns.first { $0.name.lowercased() == name.lowercased() }
    }
  }

  /// The tables and views; views first.
  public let relations: [Relation]

  /// Makes a list of tables and views.
  public init(_ relations: [Relation]) { self.relations = relations }
}
