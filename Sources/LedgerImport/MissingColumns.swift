import LedgerCore
import Tabular

/// Columns that a file must have and has not.
public struct MissingColumns: Equatable, Sendable, CustomStringConvertible {
  /// The names that were looked for.
  public let missing: [String]
  /// The names that the file has.
  public let found: [String]
  /// The profile that names them; `nil` for the ledger's own columns.
  public let profile: String?
  /// What each of them may be called instead.
  let otherNames: [[String]]

  init(missing: [String], found: [String], profile: String?, otherNames: [[String]] = []) {
    self.missing = missing
    self.found = found
    self.profile = profile
    self.otherNames = otherNames
  }

  /// Names what is missing, what may have been meant and what there is, and says what to do.
  public var description: String {
    if seemsHeaderless { return "\(header): put the names of its columns in a first line" }
    return header
      + (profile.map { ": is \(quoted($0)) the profile for this file?" }
        ?? ": rename the column, or name a profile")
  }

  /// Whether its first line seems to hold values.
  public var seemsHeaderless: Bool { found.contains(where: looksLikeValue) }

  /// Names what is missing, what may have been meant and what there is.
  public var header: String {
    let names = missing.enumerated().map { place, name in
      let others = otherNames.indices.contains(place) ? otherNames[place] : []
      let near = ([name] + others).flatMap {
        nearest(to: ColumnName.folded($0), among: found.map(ColumnName.folded))
      }
      let meant = found.filter { near.contains(ColumnName.folded($0)) }
      return ([name] + others).map(quoted).joined(separator: " or ") + didYouMean(meant.map(quoted))
    }
    let word = missing.count == 1 ? "column" : "columns"
    if seemsHeaderless {
      return "seems to have no header, because its first line holds values; it needs the \(word) "
        + names.joined(separator: ", ")
    }
    return "has no \(word) \(names.joined(separator: ", ")); its columns are "
      + found.prefix(100).map(quoted).joined(separator: ", ") + (found.count > 100 ? ", …" : "")
  }
}
