import LedgerCore
import Tabular

/// A file whose header has been read, and how to read on.
struct OpenedFile: ~Copyable {
  var reader: CSVReader
  let profile: Profile
}

/// Finds out by its header how a file is to be read.
struct ProfileChoice {
  let records: RecordType?
  /// The profile that was named; with it nothing is left to the header but its place.
  let given: Profile?
  let adapting: (Profile) throws(ProfileError) -> Profile

  init(
    records: RecordType?, given: Profile?,
    adapting: @escaping (Profile) throws(ProfileError) -> Profile
  ) {
    self.records = records
    self.given = given
    self.adapting = adapting
  }

  /// Whether the header decides.
  var isOpen: Bool { given == nil }

  /// Opens a file at the row that is its header.
  func open(_ source: ByteSource) throws(ImportError.Reason) -> OpenedFile {
    if let given {
      do throws(TabularError) {
        guard !given.header.isEmpty else {
          return OpenedFile(
            reader: try CSVReader(source, delimiter: given.delimiter), profile: given)
        }
        return OpenedFile(
          reader: try CSVReader(source, delimiter: given.delimiter) { given.isLike($0) },
          profile: given)
      } catch {
        throw .unreadable(error)
      }
    }
    let all: [Profile]
    let own: [Profile]
    do throws(ProfileError) {
      all = try KnownExports.profiles()
      own = try ownColumns()
    } catch {
      throw .profile(error)
    }
    let known = all.filter { records == nil || $0.records == records }
    var headers: [[String]] = []
    let reader: CSVReader
    do throws(TabularError) {
      reader = try CSVReader(source) { header in
        headers.append(header)
        return own.contains { $0.fits(header) } || known.contains { $0.isLike(header) }
      }
    } catch {
      guard let first = headers.first else { throw .unreadable(error) }
      // The ledger's own columns, of which one is missing, say so best themselves.
      if let records {
        let profile = Profile.ownColumns(of: records)
        if first.contains(where: { ColumnName.index(of: $0, in: profile.columnNames) != nil }) {
          _ = try Mapping(try adapted(.ownColumns(of: records)), header: first)
        }
      }
      throw .unknownFile(Self.unknown(all, headers))
    }
    let profile = try profile(own, known, reader.header)
    return OpenedFile(reader: reader, profile: profile)
  }

  /// The ledger's own columns; where all types are possible, of those that the options fit.
  private func ownColumns() throws(ProfileError) -> [Profile] {
    if let records { return [try adapting(.ownColumns(of: records))] }
    return [RecordType.events, .audience, .sales].compactMap { type in
      do throws(ProfileError) { return try adapting(.ownColumns(of: type)) } catch { return nil }
    }
  }

  private func profile(
    _ own: [Profile], _ known: [Profile], _ header: [String]
  ) throws(ImportError.Reason) -> Profile {
    if let profile = own.first(where: { $0.fits(header) }) { return profile }
    // Exactly one must match, or at least come nearest.
    let near = known.filter { $0.isLike(header) }.sorted { $0.isNearer(than: $1, to: header) }
    let isOnly = near.count == 1 || (near.count > 1 && near[0].isNearer(than: near[1], to: header))
    guard let profile = near.first, isOnly else {
      throw .unknownFile(
        UnknownFile(
          candidates: near.map {
            UnknownFile.Candidate(
              profile: $0.name, records: $0.records, missing: $0.lacks(header))
          }))
    }
    return try adapted(profile)
  }

  private func adapted(_ profile: Profile) throws(ImportError.Reason) -> Profile {
    do throws(ProfileError) { return try adapting(profile) } catch { throw .profile(error) }
  }

  /// The exports of which most is found in some row.
  private static func unknown(_ known: [Profile], _ headers: [[String]]) -> UnknownFile {
    let candidates = known.map { profile in
      let missing = headers.map(profile.lacks).min { $0.count < $1.count } ?? profile.header
      return (profile: profile, missing: missing)
    }
    let near = candidates.filter { $0.missing.count < $0.profile.header.count }.sorted {
      $0.missing.count * $1.profile.header.count < $1.missing.count * $0.profile.header.count
    }
    return UnknownFile(
      candidates: near.prefix(3).map {
        UnknownFile.Candidate(
          profile: $0.profile.name, records: $0.profile.records, missing: $0.missing)
      })
  }
}

extension Profile {
  fileprivate var columnNames: [String] { Array(columns.values) }

  /// The columns by which the export is known that a header has not.
  fileprivate func lacks(_ names: [String]) -> [String] {
    header.filter { ColumnName.index(of: $0, in: names) == nil }
  }

  /// Whether a smaller part of its columns is lost.
  fileprivate func isNearer(than other: Profile, to names: [String]) -> Bool {
    lacks(names).count * other.header.count < other.lacks(names).count * header.count
  }

  /// Whether a row may be the header of this export, even if some of its columns are lost.
  fileprivate func isLike(_ names: [String]) -> Bool {
    lacks(names).count * 2 < header.count
  }

  /// Whether a header has all of the ledger's own columns that must be there.
  fileprivate func fits(_ names: [String]) -> Bool {
    records.requiredFields.allSatisfy { field in
      constants[field] != nil
        || columns[field].map { ColumnName.index(of: $0, in: names) != nil } ?? false
    }
  }
}
