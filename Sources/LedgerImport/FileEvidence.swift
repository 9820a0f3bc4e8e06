import LedgerCore
import Tabular

/// What a whole file says of how its numbers and times are written, where a cell alone does not.
///
/// A first reading of the file takes in what its cells say; the second one asks.
final class FileEvidence {
  /// Where a cell is.
  struct Place {
    let line: Int
    let column: Int
    let name: String
    let value: String
  }

  private enum Stage {
    /// The file is read once only: a cell has to say itself what it means.
    case absent
    case surveying
    case known
  }

  private var stage = Stage.absent
  private var marks = Set<UInt8>()
  private var marksOfColumns: [Int: Set<UInt8>] = [:]
  /// The first open number of a column, for either sort of currency.
  private var openNumbers: [Int: [OpenNumber]] = [:]
  private var orders = Set<DateOrder>()
  private var openDate: OpenDate?

  /// What is meant by dates of which nothing says the order of day and month.
  private let usualOrder: DateOrder?

  init(usualOrder: DateOrder? = nil) { self.usualOrder = usualOrder }

  /// Begins to take in what cells say.
  func begin() { stage = .surveying }

  /// Ends that.
  ///
  /// - Throws: the first cell that nothing in the file decides.
  func end() throws(ImportError.Reason) {
    stage = .known
    let open = openNumbers.values.joined().sorted { $0.place.line < $1.place.line }
    for number in open where decimalMark(for: number) == nil {
      throw .ambiguousFile(AmbiguousFile(number.place, readings: number.readings, isTime: false))
    }
    if let openDate, dateOrder == nil {
      throw .ambiguousFile(
        AmbiguousFile(openDate.place, readings: openDate.readings, isTime: true))
    }
  }

  // MARK: Numbers

  /// Takes in a cell whose decimal mark is certain.
  func note(_ mark: UInt8, at place: Place) {
    guard stage == .surveying else { return }
    marks.insert(mark)
    marksOfColumns[place.column, default: []].insert(mark)
  }

  /// The decimal mark of a number that does not say it: that of its column, else none where its
  /// currency has no decimals, else that of the file.
  func decimalMark(for number: OpenNumber) -> UInt8? {
    if stage == .surveying {
      let known = openNumbers[number.place.column, default: []]
      if !known.contains(where: { $0.isUsuallyWhole == number.isUsuallyWhole }) {
        openNumbers[number.place.column, default: []].append(number)
      }
      return number.mark
    }
    let ofColumn = marksOfColumns[number.place.column] ?? []
    if ofColumn.count == 1 { return ofColumn.first }
    if number.isUsuallyWhole { return AmountText.other(number.mark) }
    return ofColumn.isEmpty && marks.count == 1 ? marks.first : nil
  }

  // MARK: Dates

  /// Takes in a date that can only be read in one order.
  func note(_ order: DateOrder) {
    if stage == .surveying { orders.insert(order) }
  }

  /// The order of a date that both orders read, as different days; `nil` if nothing says it.
  func order(for date: OpenDate) -> DateOrder? {
    switch stage {
    case .absent: return nil
    case .surveying:
      openDate = openDate ?? date
      return .dayFirst
    case .known: return dateOrder
    }
  }

  private var dateOrder: DateOrder? {
    orders.isEmpty ? usualOrder : orders.count == 1 ? orders.first : nil
  }
}

/// A number of which one mark may part thousands or decimals.
struct OpenNumber {
  let place: FileEvidence.Place
  let mark: UInt8
  let readings: [String]
  /// Whether amounts of its currency have no decimals.
  let isUsuallyWhole: Bool
}

/// A date in which either number may be the month.
struct OpenDate {
  let place: FileEvidence.Place
  let readings: [String]
}

/// Which of day and month stands first.
enum DateOrder: Hashable, Sendable {
  case dayFirst
  case monthFirst
}

/// A cell that can be read in two ways, between which nothing in the file decides.
public struct AmbiguousFile: Equatable, Sendable, CustomStringConvertible {
  /// The line on which its row begins.
  public let line: Int
  /// Its column, as the file names it.
  public let column: String
  /// What stands there.
  public let value: String
  /// What it may mean.
  public let readings: [String]
  /// Whether it is a time, and not a number.
  public let isTime: Bool

  /// Makes the description of a cell.
  public init(line: Int, column: String, value: String, readings: [String], isTime: Bool) {
    self.line = line
    self.column = column
    self.value = value
    self.readings = readings
    self.isTime = isTime
  }

  init(_ place: FileEvidence.Place, readings: [String], isTime: Bool) {
    self.init(
      line: place.line, column: place.name, value: place.value, readings: readings, isTime: isTime)
  }

  /// The cell, both readings and what to do.
  public var description: String {
    "column \(quoted(column)), value \(quoted(value)): is \(readings.joined(separator: " or ")), "
      + "and no other cell of the file says which; nothing was recorded: state "
      + (isTime ? "one time_format" : "decimal_mark") + " in a profile"
  }
}
