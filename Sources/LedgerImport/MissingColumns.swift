import LedgerCore

/// Columns that a file must have and has not.
public struct MissingColumns: Equatable, Sendable, CustomStringConvertible {
  /// The names that were looked for.
  public let missing: [String]
  /// The names that the file has.
  public let found: [String]
  /// The options of the command line that would take their place.
  public let options: [String]
  /// The profile that names them; `nil` for the ledger's own columns.
  public let profile: String?

  /// Names what is missing, what may have been meant and what there is.
  public var description: String {
    let names = missing.map { name in
      let near = nearest(to: ColumnName.folded(name), among: found.map(ColumnName.folded))
      let meant = found.filter { near.contains(ColumnName.folded($0)) }
      return quoted(name)
        + (meant.isEmpty ? "" : " (did you mean \(meant.map(quoted).joined(separator: " or "))?)")
    }
    let given = options.isEmpty ? "" : "give \(options.joined(separator: " and ")), "
    let word = missing.count == 1 ? "column" : "columns"
    return "has no \(word) \(names.joined(separator: ", ")); its columns are "
      + found.prefix(100).map(quoted).joined(separator: ", ") + (found.count > 100 ? ", …" : "")
      + (profile.map { ": is \(quoted($0)) the profile for this file?" }
        ?? ": rename the column, \(given)or name a profile with --profile")
  }
}
