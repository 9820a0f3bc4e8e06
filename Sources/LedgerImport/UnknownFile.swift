import LedgerCore

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
  /// Whether its first line seems to hold values.
  public let seemsHeaderless: Bool

  /// What the file is, if that is known, but not recorded.
  public let unrecorded: UnrecordedFile?

  init(
    candidates: [Candidate], ownColumns: [String], seemsHeaderless: Bool = false,
    unrecorded: UnrecordedFile? = nil
  ) {
    self.unrecorded = unrecorded
    self.candidates = candidates
    self.ownColumns = ownColumns
    self.seemsHeaderless = seemsHeaderless
  }

  /// Whether the file has all columns of several exports.
  public var isAmbiguous: Bool { candidates.count > 1 && candidates.allSatisfy(\.missing.isEmpty) }

  /// The export that has just these columns, but gives other records than those asked for.
  public var otherExport: Candidate? { candidates.first { $0.missing.isEmpty } }

  /// Names the exports that come near and what is missing for each.
  public var description: String {
    if unrecorded != nil { return header }
    if isAmbiguous {
      return "may be any of \(candidates.map { quoted($0.profile) }.joined(separator: ", ")): "
        + "choose one"
    }
    if let other = otherExport {
      return "is of \(quoted(other.profile)), which gives other records: \(other.records.facts)"
    }
    if seemsHeaderless { return "\(header): put the names of its columns in a first line" }
    return "\(header); choose a profile, or write one"
  }

  /// What the header lacks of the exports that come near.
  public var header: String {
    if let unrecorded {
      return "is known as \(quoted(unrecorded.name)), and nothing of it is recorded yet: it holds "
        + unrecorded.holds
    }
    let near = candidates.map { candidate in
      let names = candidate.missing.prefix(8).map(quoted).joined(separator: ", ")
      return "\(quoted(candidate.profile)) lacks \(names)"
        + (candidate.missing.count > 8 ? " and \(candidate.missing.count - 8) more" : "")
    }
    let own = ownColumns.map(quoted).joined(separator: ", ")
    if seemsHeaderless {
      return "seems to have no header, because its first line holds values"
        + (own.isEmpty ? "" : "; it needs the columns \(own)")
    }
    return "is not a known export and lacks ledger's own columns"
      + (own.isEmpty ? "" : " \(own)")
      + (near.isEmpty ? "" : "; the nearest are: \(near.joined(separator: "; "))")
  }
}
