import LedgerCore

extension RejectionReason: CustomStringConvertible {
  /// What is wrong, and what to do, to stand behind the column and the value.
  public var description: String {
    switch self {
    case .malformed(let sentence), .rule(let sentence): sentence
    case .lacking(let field): "has no \(field)"
    case .noScope: "has neither a market nor an event, one of which a target is for"
    case .continuedOrder:
      "is empty in all of the order's rows, whose first row seems to be in another file: load both "
        + "files together, that one first"
    case .repeatedRow(let line):
      "is a movement that line \(line) has already, of the same order, line and kind: give it a "
        + "line number of its own, or leave it out"
    case .tooManyOrders: "is one order too many to count positions in"
    case .ledger(let error): error.description
    case .number(let error, let format): error.reason(in: format)
    case .ambiguousNumber(let readings):
      "is \(readings.joined(separator: " or ")): state decimal_mark in a profile"
    case .ambiguousTime(let readings):
      "is \(readings.joined(separator: " or ")): state one time_format in a profile"
    case .missingNumber: "is empty: a sale has all of its numbers"
    case .unknownNumber: "means an unknown number: a sale has all of its numbers"
    case .noCurrency: "has no currency: state it"
    case .otherCurrency(let code, let stated): "is in \(code), not in \(stated)"
    case .unknownMark(let mark): "has the mark \(quoted(mark)), which is no known currency"
    case .time(let error): error.description
    case .missingDay: "is empty"
    case .noDay: "is not a day written like 2021-12-08"
    case .noDuration: "is not a duration such as 1h 40min, 1:40:00 or 6000"
    case .noFlag: "is neither yes nor no: write 1, 0, yes, no, true, false, or nothing"
    case .knownQuantity: "is a number of units, and quantity_unknown says that they are not known"
    case .notObserved: "does not say when its figures were seen: state the time of the export"
    case .noMarket: "is not a market"
    case .unknownKind(let text):
      unknown("kind of sale", text, in: Sale.Kind.allCases.map(\.rawValue))
    case .noKind(let profile): "stands for no kind of sale in \(profile)"
    case .roundedKey:
      "is a number of which a spreadsheet keeps 15 digits only: format the column as text there, "
        + "and export it again"
    case .shortenedKey: "has lost digits: a spreadsheet shortened a long number"
    }
  }
}
