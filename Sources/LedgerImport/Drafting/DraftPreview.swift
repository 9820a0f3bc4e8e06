import LedgerCore
import Tabular

/// What a drafted profile would record of the first rows of a file.
struct DraftPreview {
  /// What stands for a value that nobody has stated yet.
  private static let placeholders: [Field: String] = [
    .market: "GB", .platform: "-", .currency: "EUR", .event: "-", .title: "-",
  ]

  private let mapping: Mapping
  private let times: TimeReading
  private let reference: Reference
  private let unstated: Set<String>
  private let hasZone: Bool

  /// - Parameters:
  ///   - profile: The draft, with what the user has stated.
  ///   - header: The names of the columns.
  ///   - zone: The zone of times without one, if it is known.
  ///   - reference: Currencies and markets.
  /// - Throws: ``ImportError/Reason``, if the profile does not fit the file.
  init(
    _ profile: Profile, header: [String], zone: TimeZone?, reference: Reference
  ) throws(ImportError.Reason) {
    var profile = profile
    var unstated: Set<String> = []
    do throws(ProfileError) {
      for (field, text) in Self.placeholders
      where profile.records.requiredFields.contains(field) || field == .market {
        guard profile.records.fields.contains(field), profile.columns[field] == nil,
          profile.constants[field] == nil, field != .event || profile.eventKey == nil,
          field != .currency || !profile.hasCurrencyMarks
        else { continue }
        profile = try profile.settingConstant(field.rawValue, text)
        unstated.insert(field.rawValue)
      }
    } catch { throw .profile(error) }
    self.unstated = unstated
    self.reference = reference
    hasZone = zone != nil
    mapping = try Mapping(profile, header: header)
    times = TimeReading(formats: profile.timeFormats, zone: zone ?? .utc)
  }

  /// The first facts, in words, and what is wrong with the rows before them.
  func facts(_ count: Int, in reader: SampledRows) -> (facts: [String], faults: [String]) {
    switch mapping.profile.records {
    case .audience:
      read(count, reader, AudienceRowReader(mapping, times: times, reference: reference))
    case .sales:
      read(
        count, reader,
        SaleRowReader(
          mapping, times: times, reference: reference, file: "", continuing: nil, now: { .latest }))
    default: read(count, reader, TotalRowReader(mapping, times: times, reference: reference))
    }
  }

  /// In one form for all kinds of rows, which are few.
  @_semantics("optimize.sil.specialize.generic.never")
  private func read<Rows: RowReader>(
    _ count: Int, _ sample: SampledRows, _ rows: Rows?
  ) -> (facts: [String], faults: [String]) {
    guard var rows else { return ([], []) }
    var reader = sample
    var batch = Batch<Rows.F>(keepsRows: false, roomFor: .init())
    var faults = sample.malformed.map { "line:\($0.line): \($0.reason)" }
    while batch.facts.count < count, faults.count < count, reader.next() != nil {
      do throws(RowFault) {
        _ = try rows.read(reader, into: &batch)
        faults += batch.faults.map { RowExplanation.text(of: $0, at: reader.line) }
        batch.faults = []
      } catch {
        faults.append(RowExplanation.text(of: error, at: reader.line))
      }
    }
    let facts = (0..<min(count, batch.facts.count)).map { words(of: batch.facts[$0]) }
    return (facts, faults)
  }

  private func words(of fact: some Fact) -> String {
    var text = RowExplanation.words(of: fact, without: unstated)
    if unstated.contains("currency") { text = text.replacing(" EUR", with: "") }
    return hasZone ? text : text.replacing("Z,", with: ",").replacing("Z:", with: ":")
  }
}
