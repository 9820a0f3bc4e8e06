import LedgerCore

/// The names that a column may have in a file, where a profile knows several.
struct ColumnAliases: Sendable {
  private var groups: [[String]] = []
  private var groupByName: [String: Int] = [:]

  /// Adds names of one column.
  ///
  /// - Returns: the name that another column has, if there is one; nothing is then added.
  mutating func add(_ names: [String]) -> String? {
    let known = names.compactMap { name in
      groupByName[ColumnName.folded(name)].map { (name: name, group: $0) }
    }
    if let first = known.first,
      known.count < names.count || known.contains(where: { $0.group != first.group })
    {
      return first.name
    }
    guard known.isEmpty else { return nil }
    for name in names { groupByName[ColumnName.folded(name)] = groups.count }
    groups.append(names)
    return nil
  }

  /// All names of the column that has this one, which comes first.
  func names(of name: String) -> [String] {
    guard let group = groupByName[ColumnName.folded(name)] else { return [name] }
    return [name] + groups[group].filter { $0 != name }
  }

  /// The place of a column in a header, by any of its names.
  func index(of name: String, in header: [String]) -> Int? {
    if groups.isEmpty { return ColumnName.index(of: name, in: header) }
    for name in names(of: name) {
      if let index = ColumnName.index(of: name, in: header) { return index }
    }
    return nil
  }

  /// What a column has in the place of the `*` of one of its names.
  func mark(of column: String, named name: String) -> String? {
    for name in names(of: name) where ColumnName.index(of: name, in: [column]) != nil {
      return ColumnName.mark(of: column, named: name)
    }
    return nil
  }

  /// Two columns of a header that are names of one column.
  func clash(in header: [String]) -> (String, String)? {
    for group in groups {
      let found = Set(group.compactMap { ColumnName.index(of: $0, in: header) }).sorted()
      if found.count > 1 { return (header[found[0]], header[found[1]]) }
    }
    return nil
  }
}

/// Two columns of a file that a profile takes for the same one.
public struct AmbiguousColumns: Equatable, Sendable, CustomStringConvertible {
  /// The columns, as the file names them.
  public let columns: [String]
  /// The profile that has them as names of one column.
  public let profile: String

  /// Makes the description of two columns.
  public init(columns: [String], profile: String) {
    self.columns = columns
    self.profile = profile
  }

  /// Names the columns, and says what to do.
  public var description: String {
    "has the columns \(columns.map(quoted).joined(separator: " and ")), which are names of one "
      + "column in \(quoted(profile)): name in the profile only the one that is meant"
  }
}
