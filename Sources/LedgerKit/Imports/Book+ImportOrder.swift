public import LedgerCore
public import LedgerImport

/// A file of several that are imported together.
public struct PlannedImport: Sendable {
  /// The path of the file.
  public let path: String
  /// What its header says that its rows are; `nil` where that is not known beforehand.
  public let records: RecordType?
  /// How to import it: of the values for all rows, it has those that its records take.
  public let request: ImportRequest
}

extension Book {
  /// The order in which files are best imported: shows come before what refers to them.
  ///
  /// Files of one rank stay in their order. A value for all rows is left out for files whose
  /// records do not have it, as long as those of another file do. Where the request says what the
  /// files are, or a file can be read only once, they all stay as they are.
  ///
  /// - Throws: ``LedgerError``
  public func planned(
    _ paths: [String], _ request: ImportRequest
  ) throws(LedgerError) -> [PlannedImport] {
    guard paths.count > 1, request.records == nil, request.profile == nil else {
      return paths.map { PlannedImport(path: $0, records: nil, request: request) }
    }
    let importer = Importer(
      repository: ledger, reference: try ledger.reference(), zone: zones.zone)
    let profiles = ImportProfiles(
      constants: request.constants, layout: request.layout, zone: request.zone, stop: nil)
    let found = paths.map { path in
      // To open and close the book's own file would drop its locks.
      do throws(LedgerError) { try OpenBooks.refuse(path) } catch { return RecognizedFile.unknown }
      return importer.profile(
        ofFile: path, adapting: profiles.adaptedWherePossible, request.layout)
    }
    guard !found.contains(where: \.isReadOnce) else {
      return paths.map { PlannedImport(path: $0, records: nil, request: request) }
    }
    let kinds = found.map(\.profile)
    let planned = zip(paths, kinds).map { path, profile in
      var own = request
      if let profile {
        own.constants.removeAll { field, _ in
          !profile.takes(field) && kinds.contains { $0?.takes(field) ?? false }
        }
      }
      return PlannedImport(path: path, records: profile?.records, request: own)
    }
    let order = planned.indices.sorted { left, right in
      (planned[left].rank, left) < (planned[right].rank, right)
    }
    return order.map { planned[$0] }
  }
}

extension PlannedImport {
  /// What others refer to comes first, what is not known comes last.
  fileprivate var rank: Int {
    switch records {
    case .events, .shows: 0
    case .rates, .creators: 1
    case .audience, .sales, .claims, .surveys, .targets, .credits, .marks, .aliases: 2
    case nil: 3
    }
  }
}

extension ImportProfiles {
  /// A profile with those of the constants that it takes.
  fileprivate func adaptedWherePossible(_ profile: Profile) throws(ProfileError) -> Profile {
    var profile = profile
    for (field, value) in constants where profile.takes(field) {
      profile = try profile.stating(field, value)
    }
    return profile
  }
}
