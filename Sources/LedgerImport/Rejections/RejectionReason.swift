public import LedgerCore

/// Why a row, or one value of it, is not recorded.
///
/// What a sentence says stands behind the column and the value: see ``Rejection/description``.
public enum RejectionReason: Equatable, Sendable {
  // MARK: The row

  /// It is no row of a file of its format, which the format's reader says in a sentence.
  case malformed(String)
  /// A rule of the profile rejects such rows, with this reason.
  case rule(String)
  /// It has nothing that gives this field.
  case lacking(field: String)
  /// It names neither a market nor an event that a target is for.
  case noScope
  /// It is a later row of an order whose first row is not in the file.
  case continuedOrder
  /// It has the key of the row on an earlier line.
  case repeatedRow(line: Int)
  /// It is of one order more than positions can be counted in.
  case tooManyOrders

  // MARK: What the ledger says

  /// A fact cannot be so, or the book does not take it.
  case ledger(LedgerError)

  // MARK: Numbers and amounts

  /// It is not a number that is written so.
  case number(NumberError, NumberFormat)
  /// Its only mark may part thousands or decimals.
  ///
  /// With both readings.
  case ambiguousNumber([String])
  /// It is empty, and a sale has all of its numbers.
  case missingNumber
  /// It means an unknown number, and a sale has all of its numbers.
  case unknownNumber
  /// Neither it, nor its column, nor what was stated says of which currency it is.
  case noCurrency
  /// It is in one currency, while another is stated.
  case otherCurrency(String, stated: String)
  /// What stands next to the number is no known currency.
  case unknownMark(String)

  // MARK: Times

  /// Either number of it may be the month: both readings.
  case ambiguousTime([String])
  /// It is not a time.
  case time(TimeError)
  /// It should be a day and is empty.
  case missingDay
  /// It is not a day.
  case noDay
  /// It is not a duration.
  case noDuration
  /// It should say yes or no.
  case noFlag
  /// It is a number of units, which the row says are not known.
  case knownQuantity
  /// Nothing says when the figures of a show were seen.
  case notObserved

  // MARK: Names

  /// The profile says that this is not a market.
  case noMarket
  /// It is not a kind of sale.
  case unknownKind(String)
  /// It stands for no kind of sale in the profile of this name.
  case noKind(profile: String)
  /// A spreadsheet has rounded a key that is a number of more than 15 digits.
  case roundedKey
  /// A spreadsheet has written a key that is a long number in short.
  case shortenedKey
}
