public import LedgerCore
public import LedgerImport

/// Over which time the sales of a market are complete, in words.
public struct CoverageWords: Equatable, Sendable {
  /// The market, by its code, an alias or its name.
  public var market: String
  /// The platform; `nil` for all platforms.
  public var platform: String?
  /// The system that numbers the orders; `nil` for all of them.
  public var source: String?
  /// The creator, as events credit the name; `nil` for all creators.
  public var creator: String?
  /// The first day, or the first instant in ISO 8601.
  public var from: String
  /// The last day, or the first instant after it.
  public var to: String
  /// The zone of days and of times without one; `nil` for the setting of the market, else its own.
  public var zone: String?
  /// Who says so, or where.
  public var citation: String?

  /// Makes a coverage.
  public init(
    market: String, platform: String? = nil, source: String? = nil, creator: String? = nil,
    from: String, to: String, zone: String? = nil, citation: String? = nil
  ) {
    self.market = market
    self.platform = platform
    self.source = source
    self.creator = creator
    self.from = from
    self.to = to
    self.zone = zone
    self.citation = citation
  }
}

extension Book {
  /// The coverage that words describe; ``Ledger`` records it.
  ///
  /// - Throws: ``LedgerError`` that names the word that is wrong.
  public func coverage(_ words: CoverageWords) throws(LedgerError) -> Coverage {
    let market = try ledger.reference().market(words.market)
    let (first, last) = (CalendarDay(words.from), CalendarDay(words.to))
    if let first, let last, last < first { throw .reversedDays(first: first, last: last) }
    return try Coverage(
      market: market.code, platform: words.platform, source: words.source,
      creator: words.creator, startsAt: instant(words.from, first, "from", words, market),
      endsAt: instant(words.to, last?.next, "to", words, market), citation: words.citation)
  }

  /// The start of a day, or an instant as it is written.
  private func instant(
    _ text: String, _ day: CalendarDay?, _ field: String, _ words: CoverageWords, _ market: Market
  ) throws(LedgerError) -> Instant {
    guard let day else {
      return try instant(text, zone: words.zone, field: field) { market.code }
    }
    let days = try dayZone(words.zone, in: market, asOf: nil)
    // A zone that is only assumed dates no fact.
    guard days.basis != .assumed else {
      throw .time(field: field, value: text, error: .noZone(text, offsetFits: false))
    }
    return days.zone.start(of: day)
  }
}

extension CoverageWords {
  /// The ends of a stretch of time that is written like `2022-01-01..2022-01-31`.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)``
  public static func stretch(_ words: String) throws(LedgerError) -> (from: String, to: String) {
    if let dots = words.firstRange(of: "..") {
      let ends = [String(words[..<dots.lowerBound]), String(words[dots.upperBound...])]
      let areTimes = ends.allSatisfy { end in
        CalendarDay(end) != nil || (try? TimeFormat.iso8601.instant(end, zone: .utc)) != nil
      }
      if areTimes { return (ends[0], ends[1]) }
    }
    throw .invalid(
      field: "complete", value: words, reason: "is not written like 2022-01-01..2022-01-31")
  }
}

extension Book {
  /// The coverages of the sales of imported files; ``Ledger`` records them.
  ///
  /// `words`: two days or times, written like `2022-01-01..2022-01-31`.
  /// `zone`: the zone of days and of times without one; `nil` as for ``CoverageWords``.
  /// - Throws: ``LedgerError`` that names the word that is wrong.
  public func coverages(
    _ words: String, of spans: [SaleSpan], zone: String? = nil, citation: String? = nil
  ) throws(LedgerError) -> [Coverage] {
    let stretch = try CoverageWords.stretch(words)
    var coverages: [Coverage] = []
    for span in spans {
      let coverage = try coverage(
        CoverageWords(
          market: market(of: span).description, source: span.source,
          from: stretch.from, to: stretch.to, zone: zone, citation: citation))
      if !coverages.contains(coverage) { coverages.append(coverage) }
    }
    return coverages
  }

  /// The market of sales that were imported.
  ///
  /// - Throws: ``LedgerError``
  public func market(of span: SaleSpan) throws(LedgerError) -> Market.Code {
    if let market = span.market { return market }
    guard let event = span.event else {
      throw .invalid(field: "market", value: "", reason: "is not named by the sales")
    }
    return try ledger.event(event).totals.event.market
  }
}

extension CalendarDay {
  /// The day after it; the last day of all has none, and is its own.
  fileprivate var next: CalendarDay { CalendarDay(daysSince1970: daysSince1970 + 1) ?? self }
}
