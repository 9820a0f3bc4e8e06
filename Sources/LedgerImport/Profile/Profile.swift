import LedgerCore

/// How the files of one origin are read.
///
/// `docs/import.md` describes the text that it is made of.
public struct Profile: Sendable {
  /// The profile's file.
  public let name: String
  /// What it is for.
  public internal(set) var description: String?
  /// What the rows are.
  public let records: RecordType

  /// The namespace of the order numbers.
  var source: String
  var delimiter = UInt8(ascii: ",")
  var timeZone: String?
  var timeFormat = TimeFormat.iso8601
  var numbers = NumberFormat.plain
  /// The texts that mean an unknown number.
  var noValue = [""]
  var columns: [Field: String] = [:]
  var metrics: [(metric: Metric, column: String)] = []
  var constants: [Field: String] = [:]
  /// The line of a sale is the row's place among those of its order.
  var countsPositions = false
  var kind: KindRule?
  /// Codes by what the files write, in capitals.
  var marketAliases: [String: String] = [:]
  /// What the files write where a market should stand, in capitals.
  var notMarkets: Set<String> = []
  var rules: [RowRule] = []
  /// The columns are the ledger's own, of which some may be left out.
  var isOwn = false

  init(name: String, records: RecordType, source: String) {
    self.name = name
    self.records = records
    self.source = source
  }

  /// What the profile is called that no file holds.
  static let ownName = "own columns"

  /// The ledger's own columns.
  public static func ownColumns(of records: RecordType) -> Profile {
    var profile = Profile(
      name: ownName, records: records, source: Sale.defaultSource)
    profile.isOwn = true
    for field in records.ownFields { profile.columns[field] = field.rawValue }
    return profile
  }

  /// The profile with a field that has this value in every row, whatever the profile or the file
  /// says; a column that the field had is then not used, and reported as such.
  ///
  /// - Throws: ``ProfileError`` for a name that is no field of such records.
  public func settingConstant(_ field: String, _ value: String) throws(ProfileError) -> Profile {
    guard let field = Field(rawValue: field), records.fields.contains(field) else {
      let names = records.fields.map(\.rawValue)
      throw ProfileError(
        profile: name, key: nil,
        reason: unknown("field", field, in: names) + " of \(records.rawValue)")
    }
    var result = self
    result.columns[field] = nil
    result.constants[field] = value
    switch field {
    case .kind: result.kind = nil
    case .line: result.countsPositions = false
    case .metric, .count: result.metrics = []
    default: break
    }
    return result
  }

  /// The profile with another zone for times that state none, as ``Importer`` looks it up.
  public func settingTimeZone(_ name: String) -> Profile {
    var result = self
    result.timeZone = name
    return result
  }
}

/// Says that a name is not known, which ones are, and which may have been meant.
func unknown(_ what: String, _ text: String, in known: [String]) -> String {
  let near = nearest(to: text, among: known)
  let advice =
    near.isEmpty ? "" : " (did you mean \(near.map(quoted).joined(separator: " or "))?)"
  return "\(quoted(text)) is not known as a \(what)\(advice); known are "
    + known.joined(separator: ", ")
}
