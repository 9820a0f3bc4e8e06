import LedgerCore

/// A known export of which columns are lost or renamed: its numbers may no longer mean the same.
public struct ChangedColumns: Equatable, Sendable, CustomStringConvertible {
  /// The profile that knows the export.
  public let profile: String
  /// Columns that the export had and the file has not.
  public let lost: [String]
  /// Columns of the file that the profile does not know.
  public let new: [String]

  /// Of a profile of which not even the place of the header is known.
  init(profile: String) {
    self.profile = profile
    lost = []
    new = []
  }

  init?(_ profile: Profile, header: [String]) {
    lost = profile.header.filter { ColumnName.index(of: $0, in: header) == nil }
    guard !lost.isEmpty else { return nil }
    let known = profile.header + profile.personal + profile.namedColumns
    new = header.filter { name in
      !name.isEmpty && !known.contains { ColumnName.index(of: $0, in: [name]) != nil }
    }
    self.profile = profile.name
  }

  /// What differs.
  public var difference: String {
    let fresh = new.prefix(20).map(quoted).joined(separator: ", ") + (new.count > 20 ? ", …" : "")
    return "lost \(lost.map(quoted).joined(separator: ", "))"
      + (new.isEmpty ? "" : "; new \(fresh)")
  }

  /// Names the export and the difference, and says what to do.
  public var description: String {
    "looks like \(quoted(profile)), but its columns have changed: \(difference); what they mean "
      + "may have changed too: --accept-changed-columns loads what is left"
  }
}

/// A file whose header is neither the ledger's own nor that of one known export.
public struct UnknownFile: Equatable, Sendable, CustomStringConvertible {
  /// What a known export has that the file has not.
  public struct Candidate: Equatable, Sendable {
    /// The profile that knows the export.
    public let profile: String
    /// What its rows are.
    public let records: RecordType
    /// The columns that the file has not.
    public let missing: [String]
  }

  /// The exports that are nearest, or all that match.
  public let candidates: [Candidate]
  /// The ledger's own columns that were looked for, where the records are known.
  public let ownColumns: [String]

  /// Names the exports that come near and what is missing for each.
  public var description: String {
    if candidates.allSatisfy(\.missing.isEmpty), candidates.count > 1 {
      return "may be any of \(candidates.map { quoted($0.profile) }.joined(separator: ", ")): "
        + "choose one with --profile"
    }
    if let other = candidates.first, other.missing.isEmpty {
      return "is of \(quoted(other.profile)), which gives other records: "
        + "`ledger import \(other.records.rawValue)` loads it"
    }
    let near = candidates.map { candidate in
      let names = candidate.missing.prefix(8).map(quoted).joined(separator: ", ")
      return "\(quoted(candidate.profile)) lacks \(names)"
        + (candidate.missing.count > 8 ? " and \(candidate.missing.count - 8) more" : "")
    }
    let own = ownColumns.map(quoted).joined(separator: ", ")
    return "has the header of no known export"
      + ", nor the ledger's own columns"
      + (own.isEmpty ? ", which `ledger help import events` and its like name; " : " \(own); ")
      + (near.isEmpty ? "" : "the nearest are: \(near.joined(separator: "; ")). ")
      + "`ledger profiles` lists them all, and --profile names one or a file"
  }
}
