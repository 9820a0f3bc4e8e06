import LedgerCore
import Tabular

/// Finds out by its header how a file is to be read.
struct ProfileChoice {
  private let records: RecordType?
  /// The profile that was named; with it nothing is left to the header but its place.
  private let given: Profile?
  private let adapting: (Profile) throws(ProfileError) -> Profile
  private let all: [Profile]
  private let known: [Profile]
  private let own: [Profile]
  /// The ledger's own columns of records to which something stated does not apply.
  private let unfit: [(own: Profile, reason: ProfileError)]

  init(
    records: RecordType?, given: Profile?,
    adapting: @escaping (Profile) throws(ProfileError) -> Profile
  ) throws(ImportError.Reason) {
    self.records = records
    self.given = given
    self.adapting = adapting
    do throws(ProfileError) {
      all = given == nil ? try KnownExports.profiles() : []
      let found = given == nil ? try Self.ownColumns(records, adapting) : (fit: [], unfit: [])
      own = found.fit
      unfit = found.unfit
    } catch {
      throw .profile(error)
    }
    known = all.filter { records == nil || $0.records == records }
  }

  /// Whether the header decides.
  var isOpen: Bool { given == nil }

  /// Whether the header need not be the first row.
  var searchesHeader: Bool { given.map { !$0.header.isEmpty } ?? true }

  var alignment: Alignment? { given?.alignment }

  var delimiter: UInt8 { given?.delimiter ?? UInt8(ascii: ",") }

  /// The delimiters of known exports that have another than most.
  var otherDelimiters: Set<UInt8> {
    isOpen ? Set(known.map(\.delimiter)).subtracting([delimiter]) : []
  }

  /// Whether a row is the header of a known export that has this delimiter.
  func isHeader(_ names: [String], delimitedBy delimiter: UInt8) -> Bool {
    known.contains { $0.delimiter == delimiter && $0.isLike(names) }
  }

  /// How text is written, as the profile says that was named.
  var encoding: TextEncoding? { given?.encoding }

  /// Whether a row is a header by which the file can be read.
  func isHeader(_ names: [String]) -> Bool {
    guard let given else {
      return own.contains { $0.fits(names) } || known.contains { $0.isLike(names) }
    }
    if !given.header.isEmpty { return given.isLike(names) }
    return given.requiredColumns.allSatisfy { given.index(of: $0, in: names) != nil }
  }

  /// Whether a column may be read.
  func reads(_ name: String) -> Bool {
    (given.map { [$0] } ?? own + known).contains { $0.reads(name) }
  }

  /// Why a file of none of these headers, or of none at all, cannot be read.
  func refusal(of headers: [[String]]) throws(ImportError.Reason) -> ImportError.Reason {
    if let unrecorded = try unrecorded(headers) { return unrecorded }
    if let given, let first = headers.first {
      _ = try Mapping(given, header: first)
      return .changedColumns(
        ChangedColumns(given, header: first) ?? ChangedColumns(profile: given.name))
    }
    for names in headers {
      if let other = unfit.first(where: { $0.own.fits(names) }) { return .profile(other.reason) }
    }
    // The ledger's own columns, of which one is missing, say so best themselves.
    if let records, let first = headers.first, let own = own.first {
      let names = Profile.ownColumns(of: records).columnNames
      if first.contains(where: { ColumnName.index(of: $0, in: names) != nil }) {
        _ = try Mapping(own, header: first)
      }
    }
    let names = own.first.map { own in
      own.records.requiredFields.filter { own.constants[$0] == nil }.map(\.rawValue)
    }
    let columns = given?.requiredColumns ?? (records == nil ? [] : names ?? [])
    if headers.first?.contains(where: looksLikeValue) ?? true {
      return .unknownFile(
        UnknownFile(candidates: [], ownColumns: columns, seemsHeaderless: true))
    }
    return .unknownFile(Self.unknown(all, headers, ownColumns: columns))
  }

  /// What is known of a file that the book has no place for.
  private func unrecorded(
    _ headers: [[String]]
  ) throws(ImportError.Reason) -> ImportError.Reason? {
    guard given == nil else { return nil }
    do throws(ProfileError) {
      for names in headers {
        if let file = try UnrecordedFile.of(names) {
          return .unknownFile(UnknownFile(candidates: [], ownColumns: [], unrecorded: file))
        }
      }
      return nil
    } catch {
      throw .profile(error)
    }
  }

  /// The ledger's own columns; where all types are possible, of those that the options fit, and of
  /// those that they do not fit.
  private static func ownColumns(
    _ records: RecordType?, _ adapting: (Profile) throws(ProfileError) -> Profile
  ) throws(ProfileError) -> (fit: [Profile], unfit: [(own: Profile, reason: ProfileError)]) {
    if let records { return ([try adapting(.ownColumns(of: records))], []) }
    var (fit, unfit): ([Profile], [(own: Profile, reason: ProfileError)]) = ([], [])
    for type in [RecordType.events, .audience, .sales, .claims, .surveys] {
      let own = Profile.ownColumns(of: type)
      do throws(ProfileError) { fit.append(try adapting(own)) } catch {
        unfit.append((own, error))
      }
    }
    return (fit, unfit)
  }

  /// How to read a file with such a header.
  func profile(for header: [String]) throws(ImportError.Reason) -> Profile {
    if let given { return given }
    if let profile = own.first(where: { $0.fits(header) }) { return profile }
    // Exactly one must match, or at least come nearest.
    let near = known.filter { $0.isLike(header) }.sorted { $0.isNearer(than: $1, to: header) }
    if near.isEmpty { throw try refusal(of: [header]) }
    let isOnly = near.count == 1 || (near.count > 1 && near[0].isNearer(than: near[1], to: header))
    guard let profile = near.first, isOnly else {
      throw .unknownFile(
        UnknownFile(
          candidates: near.map {
            UnknownFile.Candidate(
              profile: $0.name, records: $0.records, missing: $0.lacks(header))
          }, ownColumns: []))
    }
    return try adapted(profile)
  }

  private func adapted(_ profile: Profile) throws(ImportError.Reason) -> Profile {
    do throws(ProfileError) { return try adapting(profile) } catch { throw .profile(error) }
  }

  /// The exports of which most is found in some row.
  private static func unknown(
    _ known: [Profile], _ headers: [[String]], ownColumns: [String]
  ) -> UnknownFile {
    let candidates = known.map { profile in
      let missing = headers.map(profile.lacks).min { $0.count < $1.count } ?? profile.header
      return (profile: profile, missing: missing)
    }
    // With fewer in common, a file is something else.
    let near = candidates.filter { $0.missing.count * 5 <= $0.profile.header.count * 3 }.sorted {
      $0.missing.count * $1.profile.header.count < $1.missing.count * $0.profile.header.count
    }
    return UnknownFile(
      candidates: near.prefix(3).map {
        UnknownFile.Candidate(
          profile: $0.profile.name, records: $0.profile.records, missing: $0.missing)
      }, ownColumns: ownColumns)
  }
}

extension Profile {
  fileprivate var columnNames: [String] { Array(columns.values) }

  /// The columns by which the export is known that a header has not.
  fileprivate func lacks(_ names: [String]) -> [String] {
    header.filter { index(of: $0, in: names) == nil }
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
