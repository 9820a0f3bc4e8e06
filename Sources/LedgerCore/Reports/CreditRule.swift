/// A rule that credits sales without a show to one, for a report only; nothing is recorded.
public struct CreditRule: Equatable, Sendable, CustomStringConvertible {
  /// How long after its end a show may still have caused a sale, in milliseconds.
  public let window: Int64
  /// The shows that may be credited.
  public internal(set) var candidates: EventFilter
  /// The rule as it was written.
  public let description: String

  /// Parses `window:24h`, `window:90m` or `window:7d`, with `,platform=NAME` or `,creator=NAME`.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` if the text is not such a rule.
  public init(_ text: String) throws(LedgerError) {
    func refuse(_ reason: String) -> LedgerError {
      .invalid(field: "credit", value: text, reason: reason)
    }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = parts.first, first.hasPrefix("window:") else {
      throw refuse("is not written like window:24h")
    }
    window = try Self.length(first.dropFirst(7), field: "credit", value: text)
    var candidates = EventFilter()
    for part in parts.dropFirst() {
      let words = part.split(separator: "=", maxSplits: 1)
      guard words.count == 2 else { throw refuse("is not written like platform=… or creator=…") }
      switch words[0] {
      case "platform": candidates.platforms.append(words[1].lowercased())
      case "creator": candidates.creators.append(words[1].lowercased())
      default: throw refuse("names neither platform=… nor creator=…")
      }
    }
    self.candidates = candidates
    description = text
  }

  /// Parses a length of time, `24h`, `90m` or `7d`, in milliseconds.
  ///
  /// `value`: the whole text of the field, which an error shows.
  /// - Throws: ``LedgerError/invalid(field:value:reason:)``
  package static func length(
    _ text: Substring, field: String, value: String
  ) throws(LedgerError) -> Int64 {
    func refuse(_ reason: String) -> LedgerError {
      .invalid(field: field, value: value, reason: reason)
    }
    let units: [Character: Int64] = ["m": 60_000, "h": 3_600_000, "d": 86_400_000]
    guard let unit = text.last.flatMap({ units[$0] }) else {
      throw refuse("needs a unit: m, h or d")
    }
    guard let count = Int64(text.dropLast()) else { throw refuse("is not written like 24h") }
    guard (0...3_660_000).contains(count) else {
      throw refuse("is not a window of 0 to 3,660,000")
    }
    return count * unit
  }

  /// Whether a show may have caused a sale at an instant.
  ///
  /// Of several shows, the last to start is credited. One without a known end lasts no time.
  public func reaches(_ instant: Instant, from show: Event) -> Bool {
    let end = (show.endsAt ?? show.startsAt).milliseconds + window
    return show.startsAt <= instant && instant.milliseconds <= end
  }
}
