import LedgerCore
import Tabular

/// How the files of one origin are read.
///
/// `docs/import.md` describes the text that it is made of.
package struct Profile: Sendable {
  /// The profile's file.
  package let name: String
  /// What it is for.
  package internal(set) var description: String?
  /// What the rows are.
  package let records: RecordType

  /// The namespace of the order numbers.
  var source: String
  var delimiter = UInt8(ascii: ",")
  /// How the columns of lines are found that have no delimiter.
  var alignment: Alignment?
  /// How text is written, where the profile says it.
  var encoding: TextEncoding?
  var timeZone: String?
  var timeFormats = [ProfileTimeFormat(.iso8601)]
  /// What is meant by dates of which nothing in a file says the order of day and month; by
  /// markets, where they differ.
  var usualOrder: DateOrder?
  var usualOrders: [String: DateOrder?] = [:]
  var numbers = NumberFormat.plain
  /// The texts that mean an unknown number.
  var noValue = [""]
  /// The texts that mean the number 0.
  var zeros: [String] = []
  var columns: [Field: String] = [:]
  /// Names that its columns have in other files.
  var columnAliases = ColumnAliases()
  /// Several columns that are read as one, by the name that it has here.
  var joinedColumns: [String: JoinedColumns] = [:]
  var metrics: [(metric: Metric, column: String)] = []
  var constants: [Field: String] = [:]
  /// The line of a sale is the row's place among those of its order.
  var countsPositions = false
  /// Rows of one order, line and kind are lines of their own, and not one row that is there twice.
  var separatesRepeats = false
  var kind: KindRule?
  /// Codes by what the files write, in capitals.
  var marketAliases: [String: String] = [:]
  /// The names of creators, brands, products and platforms by what the files call them.
  var nameAliases: [NameAliases.Subject: NameAliases] = [:]
  /// What words for zones mean.
  var zoneAliases: [String: StatedZone] = [:]
  /// What the files write where a market should stand, in capitals.
  var notMarkets: Set<String> = []
  var rules: [RowRule] = []
  var shapes: [ShapeRule] = []
  /// The columns by which the file is known; all others that are named may be missing.
  var header: [String] = []
  /// Columns about persons, of which nothing is stored.
  var personal: [String] = []
  /// Spaces, tabs and line breaks around a cell's text are no part of it.
  var trims = true
  /// A number's own marks say which is the decimal mark.
  var detectsDecimalMark = false
  /// Currencies by what amounts have before or behind them.
  var currencyAliases: [String: String] = [:]
  var hasCurrencyMarks = false
  /// How many seconds a bare number of a duration counts.
  var durationUnit: Int64 = 1
  /// An event lasts until the next day begins.
  var lastsAllDay = false
  var totals: [TotalRule] = []
  var eventKey: EventKeyTemplate?
  /// The column of the order, and those that only its first row fills.
  var carried: (key: String, columns: [String])?
  var movements: [MovementRule] = []
  /// What is off the amount of a row.
  var discounts: [DiscountRule] = []
  /// How a file's name says of which time it shows the state of orders.
  var nameTimes: [NameTime] = []
  /// Amounts and quantities take the sign of the sale's kind.
  var signsByKind = false
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
  package static func ownColumns(of records: RecordType) -> Profile {
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
  package func settingConstant(_ field: String, _ value: String) throws(ProfileError) -> Profile {
    guard let field = Field(rawValue: field), records.fields.contains(field) else {
      let names = records.fields.map(\.rawValue)
      throw ProfileError(
        profile: name, place: .field(field),
        reason: unknown("field", field, in: names) + " of \(records.rawValue)")
    }
    var result = self
    result.columns[field] = nil
    result.constants[field] = value
    switch field {
    case .kind: result.kind = nil
    case .line:
      result.countsPositions = false
      result.separatesRepeats = false
    case .metric, .count: result.metrics = []
    case .event: result.eventKey = nil
    case .endsAt: result.columns[.duration] = nil
    default: break
    }
    return result
  }

  /// The profile with another zone for times that state none, as ``Importer`` looks it up.
  package func settingTimeZone(_ name: String) -> Profile {
    var result = self
    result.timeZone = name
    return result
  }
}

/// Says that a name is not known, which ones are, and which may have been meant.
func unknown(_ what: String, _ text: String, in known: [String]) -> String {
  let near = didYouMean(nearest(to: text, among: known).map(quoted))
  return "\(quoted(text)) is not known as a \(what)\(near); known are "
    + known.joined(separator: ", ")
}
