package import LedgerCore
package import Tabular

/// A profile that was guessed from a file.
public struct DraftedProfile: Sendable {
  /// The profile in TOML, with a remark on how sure each line is.
  public let toml: String
  /// What the rows seem to be.
  public let records: RecordType
  /// The fields that no column has, and so are to be stated, such as `market`.
  public let missing: [String]
  /// Whether no column says the zone of the times.
  public let needsZone: Bool
  /// The first facts that it would record, in words.
  public let facts: [String]
  /// Why rows before these would be rejected.
  public let faults: [String]

  init(
    toml: String, records: RecordType, missing: [String], needsZone: Bool, facts: [String],
    faults: [String]
  ) {
    self.needsZone = needsZone
    self.toml = toml
    self.records = records
    self.missing = missing
    self.facts = facts
    self.faults = faults
  }

  /// Drafts a profile for a file with columns that are not known, from its first 1,000 rows.
  ///
  /// - Parameters:
  ///   - file: What the file is called.
  ///   - records: What the rows are, if it is known: sales, shows (also for events) or audience.
  ///   - layout: What is known of the format.
  ///   - constants: What is stated of all rows.
  ///   - zone: That of times that state none.
  ///   - reference: Currencies and markets.
  ///   - open: Opens the file from its beginning.
  /// - Throws: ``ImportError`` if the file is no table, or for what is stated.
  package init(
    file: String, records: RecordType?, layout: FileLayout,
    constants: [(field: String, value: String)], zone: TimeZone?, reference: Reference,
    open: () throws(TabularError) -> ByteSource
  ) throws(ImportError) {
    do throws(ImportError.Reason) {
      let draft = try ProfileDraft(
        records: records, layout: layout, reference: reference, open: open)
      self = try draft.completed(
        file: file, constants: constants, zone: zone, reference: reference)
    } catch {
      throw ImportError(file: file, reason: error, summary: ImportSummary())
    }
  }
}

extension ProfileDraft {
  /// The profile, and what it would record.
  ///
  /// - Parameters:
  ///   - file: What the file is called.
  ///   - constants: What the user has stated of all rows.
  ///   - zone: That of times that state none.
  ///   - reference: Currencies and markets.
  /// - Returns: both.
  /// - Throws: ``ImportError/Reason``, for what was stated.
  func completed(
    file: String, constants: [(field: String, value: String)], zone: TimeZone?,
    reference: Reference
  ) throws(ImportError.Reason) -> DraftedProfile {
    let text = DraftText(
      self, source: Self.source(ofFile: file),
      file: file.split(separator: "/").last.map(String.init) ?? file)
    let toml = text.toml
    var missing = text.missing
    var profile: Profile
    do throws(ProfileError) {
      profile = try Profile(toml: toml, name: file)
      for (field, value) in constants {
        profile = try profile.settingConstant(field, value)
        missing.removeAll { $0 == field }
      }
    } catch {
      throw .profile(error)
    }
    var found: (facts: [String], faults: [String])
    do throws(ImportError.Reason) {
      let preview = try DraftPreview(
        profile, header: table.header, zone: zone, reference: reference)
      found = preview.facts(3, in: table.reader)
    } catch {
      // It is for the user to complete.
      guard case .missingField = error else { throw error }
      found = ([], table.reader.malformed.map { "line:\($0.line): \($0.reason)" })
    }
    return DraftedProfile(
      toml: toml, records: records, missing: missing,
      needsZone: zone == nil && !text.statesZone, facts: found.facts, faults: found.faults)
  }

  /// A short name of a file, for what comes from files like it.
  private static func source(ofFile name: String) -> String {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    let base = file.split(separator: ".").first.map(String.init) ?? file
    let words = base.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let text = words.prefix(4).joined(separator: "-")
    return text.isEmpty ? "file" : text
  }
}
