/// Why a pattern for times was refused.
///
/// Positions are characters of the pattern, counted from 1.
public enum TimeFormatError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The pattern is empty.
  case empty
  /// A run of letters has no meaning; literal letters go between quotes.
  case unknownToken(String, position: Int)
  /// A quote is never closed.
  case openQuote(position: Int)
  /// The token gives a part that an earlier token already gave.
  case repeatedField(String, position: Int)
  /// Nothing in the pattern gives the year, month, day or hour.
  case missing(String)
  /// `hh` or `h` has no `a`, so that morning and evening would read the same.
  case twelveHoursWithoutMarker(position: Int)
  /// `a` has no `hh` or `h`.
  case markerWithoutTwelveHours(position: Int)
  /// There are seconds without minutes, or milliseconds without seconds.
  case finerWithout(String, missing: String)
  /// A token of one or two digits is followed by more digits, so that it has no clear end.
  case runsTogether(String, position: Int)

  /// A sentence that says what is wrong, where, and what to write instead.
  public var description: String {
    switch self {
    case .empty:
      "the time format is empty: write iso8601, unix, unix-ms or a pattern such as dd/MM/yyyy HH:mm"
    case .unknownToken(let token, let position):
      "\"\(token)\" at character \(position) of the time format stands for nothing: "
        + "put letters that are meant literally between quotes, as in 'T'"
    case .openQuote(let position):
      "the quote at character \(position) of the time format is never closed: add another '"
    case .repeatedField(let token, let position):
      "\"\(token)\" at character \(position) of the time format repeats what stood before: "
        + "name each part of the time once"
    case .missing(let field):
      "the time format has no \(field): add \(Self.tokens(for: field))"
    case .twelveHoursWithoutMarker(let position):
      "the 12-hour clock at character \(position) of the time format has no AM or PM: "
        + "add a, or write HH for a 24-hour clock"
    case .markerWithoutTwelveHours(let position):
      "AM or PM at character \(position) of the time format needs a 12-hour clock: write hh or h"
    case .finerWithout(let token, let missing):
      "the time format has \"\(token)\" without \(missing): add \(Self.tokens(for: missing))"
    case .runsTogether(let token, let position):
      "\"\(token)\" at character \(position) of the time format runs into the digits after it: "
        + "write \"\(token)\(token)\" if there are always two"
    }
  }

  private static func tokens(for field: String) -> String {
    switch field {
    case "year": "yyyy or yy"
    case "month": "MM, M, MMM or MMMM"
    case "day": "dd or d"
    case "hour": "HH or H, or hh or h with a"
    case "minute": "mm or m"
    default: "ss or s"
    }
  }
}
