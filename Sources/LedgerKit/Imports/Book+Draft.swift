import LedgerCore
public import LedgerImport
import Tabular

extension Book {
  /// Drafts a profile for a file with columns that are not known.
  ///
  /// It looks at the first 1,000 rows. Nothing is recorded.
  ///
  /// - Parameters:
  ///   - path: A file of CSV, JSON Lines or Excel, plain or compressed with gzip.
  ///   - request: What is stated of the file: its records, layout, constants and zone.
  /// - Returns: the profile, and what it would record of the first rows.
  /// - Throws: ``ImportError`` if the file is no table; ``ProfileError`` or ``LedgerError`` for
  ///   what is stated.
  public func draftProfile(_ path: String, _ request: ImportRequest) throws -> DraftedProfile {
    guard path != "-" else {
      throw LedgerError.invalid(
        field: "file", value: path,
        reason: "is standard input, and a draft reads a file several times: name a file")
    }
    let name = Self.name(ofFile: path)
    let zone = try request.zone.map(zones.zone)
    let reference = try ledger.reference()
    return try DraftedProfile(
      file: name, records: request.records, layout: request.layout, constants: request.constants,
      zone: zone, reference: reference
    ) { () throws(TabularError) in try ByteSource(path: path).unzipped() }
  }
}
