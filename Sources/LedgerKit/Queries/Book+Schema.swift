public import LedgerCore

extension Book {
  /// Describes the tables and views of every book that this library opens, views first.
  ///
  /// `name`: only this one, in capitals or not; `nil` for all.
  ///
  /// - Throws: ``LedgerError/unknownName(_:_:near:)`` if there is no such table or view.
  public static func schema(of name: String? = nil) throws(LedgerError) -> [SchemaDescription] {
    let all = try inMemory().sql().schema()
    guard let name else { return all }
    let found = all.filter { $0.name == name.lowercased() }
    guard found.isEmpty else { return found }
    throw .unknownName(
      .relation, name, near: nearest(to: name.lowercased(), among: all.map(\.name)))
  }
}
