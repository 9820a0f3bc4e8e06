/// How the texts of a column are read as instants.
///
/// `iso8601`, `unix` (seconds, perhaps with decimals), `unix-ms`, or a pattern. In
/// a pattern, letters stand for parts of the time and everything else stands for itself:
///
/// | token | stands for |
/// | --- | --- |
/// | `yyyy`, `yy` | the year; 70 to 99 mean 1970 to 1999, 00 to 69 mean 2000 to 2069 |
/// | `MM`, `M`, `MMM`, `MMMM` | the month: `08`, `8`, `Aug`, `August`; in any case, and language |
/// | `dd`, `d` | the day of the month |
/// | `EEE`, `EEEE` | the day of the week, `Wed`, `Wednesday`, which must be the date's |
/// | `HH`, `H` | the hour, 0 to 23 |
/// | `hh`, `h` with `a` | the hour, 1 to 12, with `AM` or `PM`, `下午`, `SA` … |
/// | `mm`, `m`, `ss`, `s`, `SSS` | minutes, seconds, milliseconds; 0 if left out |
/// | `XXX` | the offset from UTC: `Z`, `+01`, `+0100`, `+01:00` |
/// | `z` | a zone: `PDT`, `CEST`, `UTC+1`, `Europe/London` |
/// | `'…'` | the text between the quotes; `''` is one quote |
///
/// Doubled letters take two digits, single letters take one or two. What is finer than a
/// millisecond is cut off.
public struct TimeFormat: Hashable, Sendable, CustomStringConvertible {
  private enum Kind: Hashable, Sendable {
    case iso8601
    case unixSeconds
    case unixMilliseconds
    case pattern(TimePattern)
  }

  private let kind: Kind

  /// ISO 8601: `YYYY-MM-DDTHH:MM[:SS[.f]]`, with or without an offset.
  ///
  /// The separator is `T`, `t` or a space; decimals of a second are cut to three; the offset is
  /// `Z`, `±HH`, `±HHMM` or `±HH:MM`.
  public static let iso8601 = TimeFormat(kind: .iso8601)

  /// Makes a format from its name or its pattern.
  ///
  /// - Throws: `TimeFormatError` if the pattern is invalid, gives no year, month, day or hour, or
  ///   is ambiguous.
  public init(_ pattern: String) throws(TimeFormatError) {
    switch pattern {
    case "iso8601": kind = .iso8601
    case "unix": kind = .unixSeconds
    case "unix-ms": kind = .unixMilliseconds
    default: kind = .pattern(try TimePattern(pattern))
    }
  }

  private init(kind: Kind) {
    self.kind = kind
  }

  /// The name or the pattern, as it was given.
  public var description: String {
    switch kind {
    case .iso8601: "iso8601"
    case .unixSeconds: "unix"
    case .unixMilliseconds: "unix-ms"
    case .pattern(let pattern): pattern.text
    }
  }

  /// Reads the instant from a text in UTF-8; an offset in the text takes precedence over `zone`.
  ///
  /// `words`: what words for zones mean; by themselves they mean what `StatedZone` says.
  /// - Throws: `TimeError` if the text does not match the format, names a time that does not exist,
  ///   has neither offset nor `zone`, or was skipped or repeated by
  ///   the clock.
  public func instant(
    _ bytes: Span<UInt8>, zone: TimeZone?, words: ZoneWords? = nil
  ) throws(TimeError) -> Instant {
    switch kind {
    case .iso8601: try ISO8601Reader.instant(bytes, zone: zone)
    case .unixSeconds: try UnixTimeReader.seconds(bytes)
    case .unixMilliseconds: try UnixTimeReader.milliseconds(bytes)
    case .pattern(let pattern):
      try TimePatternReader.instant(bytes, pattern: pattern, zone: zone, words: words)
    }
  }

  /// Reads the instant from a text; an offset in the text takes precedence over `zone`.
  ///
  /// - Throws: `TimeError`, as for bytes.
  public func instant(_ text: String, zone: TimeZone?) throws(TimeError) -> Instant {
    try instant(text.utf8Span.span, zone: zone)
  }
}
