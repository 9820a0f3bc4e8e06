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
    lost = profile.header.filter { profile.index(of: $0, in: header) == nil }
    guard !lost.isEmpty else { return nil }
    let known = profile.header + profile.personal + profile.namedColumns
    new = header.filter { name in
      !name.isEmpty && !known.contains { profile.index(of: $0, in: [name]) != nil }
    }
    self.profile = profile.name
  }

  /// The lost columns that something would be read from.
  func lostFigures(of profile: Profile) -> [String] {
    let read = profile.namedColumns
    return lost.filter { name in
      read.contains { profile.index(of: $0, in: [name]) != nil }
    }
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
      + "may have changed too, so that what is left is loaded only where that is accepted"
  }
}
