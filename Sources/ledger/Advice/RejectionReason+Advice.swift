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
    case .malformed where asksForEncoding: "\(self) with --encoding, or in a profile"
    case .malformed, .rule, .lacking, .noScope, .tooManyOrders, .number, .ambiguousNumber,
      .ambiguousTime,
      .missingNumber, .unknownNumber, .otherCurrency, .unknownMark, .missingDay, .noDay,
      .noDuration, .noMarket, .unknownKind, .noKind, .continuedOrder, .repeatedRow, .roundedKey,
      .shortenedKey, .noFlag, .knownQuantity:
      description
    }
  }

  /// How many rows of this cause are shown one by one at most.
  var shownRows: Int { isMissingZone ? 1 : 10 }

  /// What remedies it in all rows at once.
  var remedyForAll: String {
    guard isMissingZone else { return "" }
    return ": state the zone with --tz, with time_zone in a profile, or for a market with "
      + "`ledger set zone.XX ZONE`; the zone that reports assume for a market is not taken"
  }

  private var isMissingZone: Bool {
    if case .time(.noZone) = self { true } else { false }
  }
}
