import LedgerCore
import LedgerImport

extension Rejection {
  /// The place, the value and the reason, with the option that helps.
  var advice: String { described(by: reason.advice) }
}

extension RejectionReason {
  /// The reason, with the option that helps.
  var advice: String {
    switch self {
    case .ledger(let error): error.advice
    case .time(let error): error.advice
    case .noCurrency: "has no currency: give --currency"
    case .notObserved:
      "does not say when its figures were seen: give --observed-at, the time of the export"
    case .malformed, .rule, .lacking, .noScope, .tooManyOrders, .number, .ambiguousNumber,
      .ambiguousTime,
      .missingNumber, .unknownNumber, .otherCurrency, .unknownMark, .missingDay, .noDay,
      .noDuration, .noMarket, .unknownKind, .noKind, .roundedKey, .shortenedKey, .noFlag,
      .knownQuantity:
      description
    }
  }
}
