/// The tables and views of a book and their columns, as people name them in queries.
package struct SchemaNames: Sendable {
  /// A table or view.
  package struct Relation: Sendable {
    /// Its name, preceded by the name of its book unless that is the first one.
    package let name: String
    /// Whether it is a view, which is made for people.
    package let isView: Bool
    /// The names of its columns, and whether they hold integers.
    package let columns: [(name: String, isInteger: Bool)]

    package init(name: String, isView: Bool, columns: [(name: String, isInteger: Bool)]) {
      self.name = name
      self.isView = isView
      self.columns = columns
    }

    /// The column of a name, in any case.
    package func column(_ name: String) -> (name: String, isInteger: Bool)? {
      columns.first { $0.name.lowercased() == name.lowercased() }
    }
  }

  /// The tables and views; views first.
  package let relations: [Relation]

  package init(_ relations: [Relation]) { self.relations = relations }
}
