import LedgerCore
import Tabular

/// How a profile's times are read.
struct TimeReading {
  /// The first that reads a text counts.
  let formats: [ProfileTimeFormat]
  let zone: TimeZone?
  /// The zones of markets, for times that state none.
  let markets: MarketZones?
  private let evidence: FileEvidence
  private let words: ZoneWords
  /// Whether the formats differ in which of day and month stands first.
  private let hasBothOrders: Bool

  init(
    formats: [ProfileTimeFormat], zone: TimeZone?, markets: MarketZones? = nil,
    evidence: FileEvidence = FileEvidence(), words: ZoneWords = ZoneWords()
  ) {
    self.formats = formats
    self.zone = zone
    self.markets = markets
    self.evidence = evidence
    self.words = words
    hasBothOrders = formats.haveBothOrders
  }

  /// As files write what they know to be a time or a day.
  private static let typed = [ProfileTimeFormat(.iso8601)] + ProfileTimeFormat.typedDates

  /// The same for times in ISO 8601.
  var ofISO8601: TimeReading {
    TimeReading(formats: [ProfileTimeFormat(.iso8601)], zone: zone, markets: markets, words: words)
  }

  /// Whether a text in ISO 8601 is read as such, whatever other formats there are.
  var beginsWithISO8601: Bool { formats.first.map(\.isISO8601) ?? true }

  /// Reads a time; one without a zone, if none is stated, is in the zone of its market.
  ///
  /// `marketZone`: only called where it is needed.
  @inline(__always)
  func instant(
    _ cell: Cell, _ row: borrowing some RecordReader & ~Copyable,
    else marketZone: (MarketZones) -> TimeZone?
  ) throws(RowFault) -> Instant {
    do throws(RowFault) { return try instant(cell, row) } catch {
      guard let zone = self.zone(for: error, marketZone) else { throw error }
      return try TimeReading(formats: formats, zone: zone, evidence: evidence, words: words)
        .instant(cell, row)
    }
  }

  /// The zone of a market, for a time that lacks one.
  private func zone(
    for fault: RowFault, _ marketZone: (MarketZones) -> TimeZone?
  ) -> TimeZone? {
    guard needsMarket(fault), let markets else { return nil }
    return marketZone(markets)
  }

  /// Whether a time can only be read once its market is known.
  func needsMarket(_ fault: RowFault) -> Bool {
    guard zone == nil, markets != nil else { return false }
    return switch fault.reason {
    case .time(.noZone), .time(.ambiguousZone): true
    default: false
    }
  }

  @inline(__always)
  func instant(_ cell: Cell, _ row: borrowing some RecordReader & ~Copyable) throws(RowFault)
    -> Instant
  {
    guard case .joined(let joined) = cell.origin, let zoneCell = joined.zone else {
      return try instant(cell, row, in: zone)
    }
    return try instant(cell, beside: zoneCell, row)
  }

  /// A time next to a column of its zone, which need not be filled in each row.
  private func instant(
    _ cell: Cell, beside zoneCell: Cell, _ row: borrowing some RecordReader & ~Copyable
  ) throws(RowFault) -> Instant {
    let word = zoneCell.text(row)
    if word.isEmpty { return try instant(cell, row, in: zone) }
    guard let stated = words.meaning(of: word) else {
      throw zoneCell.fault(row, .time(.unknownZone(word)))
    }
    // A closure cannot be lent the row.
    var instants: [(clock: TimeZone, instant: Instant)] = []
    for clock in stated.clocks { instants.append((clock, try instant(cell, row, in: clock))) }
    do throws(TimeError) {
      return try stated.instant(of: word, in: zone) { clock in
        instants.first { $0.clock == clock }?.instant ?? .earliest
      }
    } catch {
      throw zoneCell.fault(row, .time(error))
    }
  }

  @inline(__always)
  private func instant(
    _ cell: Cell, _ row: borrowing some RecordReader & ~Copyable, in zone: TimeZone?
  ) throws(RowFault) -> Instant {
    let isTyped = cell.isTyped(.time, row)
    let ordered = hasBothOrders && !isTyped ? try orderedFormat(cell, row) : nil
    let formats = isTyped ? Self.typed : ordered.map { [$0] } ?? formats
    do throws(TimeError) {
      return try cell.withBytes(row) { bytes throws(TimeError) in
        var failure: TimeError?
        for format in formats {
          do throws(TimeError) { return try format.instant(bytes, zone: zone, words: words) } catch
          {
            // What the first format of several says may only mean that it is not the right one.
            if failure == nil || error.isOfTheRightFormat { failure = error }
          }
        }
        guard let failure else { return try TimeFormat.iso8601.instant(bytes, zone: zone) }
        throw failure
      }
    } catch {
      throw cell.fault(row, .time(error))
    }
  }

  /// The format of a date that has day and month in the order of the file; `nil` for another text.
  private func orderedFormat(
    _ cell: Cell, _ row: borrowing some RecordReader & ~Copyable
  ) throws(RowFault) -> ProfileTimeFormat? {
    let found: [(format: ProfileTimeFormat, instant: Instant)] = cell.withBytes(row) { bytes in
      var found: [(format: ProfileTimeFormat, instant: Instant)] = []
      for format in formats where !found.contains(where: { $0.format.order == format.order }) {
        guard format.order != nil else { continue }
        do throws(TimeError) {
          found.append((format, try format.instant(bytes, zone: .utc, words: words)))
        } catch { continue }
      }
      return found
    }
    guard found.count == 2, found[0].instant != found[1].instant, let place = cell.place(row) else {
      if found.count == 1, let order = found[0].format.order { evidence.note(order) }
      return found.first?.format
    }
    let date = OpenDate(
      place: place, readings: found.map { TimeZone.utc.day(of: $0.instant).description })
    guard let order = evidence.order(for: date) else {
      throw cell.fault(row, .ambiguousTime(date.readings))
    }
    return found.first { $0.format.order == order }?.format
  }
}

/// A format of times, or of days, whose instant is their first.
struct ProfileTimeFormat: Sendable {
  private let format: TimeFormat
  private let isDay: Bool
  /// Which of day and month stands first, where both are numbers and the year is behind them.
  let order: DateOrder?

  /// - Throws: ``TimeFormatError``
  init(_ pattern: String) throws(TimeFormatError) {
    let names = ["iso8601", "unix", "unix-ms"]
    isDay = !names.contains(pattern) && !Self.hasHour(pattern)
    order = names.contains(pattern) ? nil : Self.order(pattern)
    // A day begins where its zone's clock says so, which a word next to it does not.
    if isDay, Self.letters(pattern).contains("z") { throw .missing("hour") }
    format = try TimeFormat(isDay ? pattern + "'T'HH" : pattern)
  }

  /// Days as ISO 8601 writes them, perhaps next to a time of day that is a text.
  static let typedDates: [ProfileTimeFormat] = {
    let patterns = ["yyyy-MM-dd", "yyyy-MM-dd h:mm a", "yyyy-MM-dd h:mm:ss a"]
    do throws(TimeFormatError) { return try patterns.map(ProfileTimeFormat.init) } catch {
      return []
    }
  }()

  init(_ format: TimeFormat) {
    self.format = format
    isDay = false
    order = nil
  }

  var isISO8601: Bool { format == .iso8601 }

  /// Whether it is a number of seconds or milliseconds.
  var isUnix: Bool { ["unix", "unix-ms"].contains(format.description) }

  /// Whether it says a day, and no time of it.
  var isOfDays: Bool { isDay }

  @inline(__always)
  func instant(
    _ bytes: Span<UInt8>, zone: TimeZone?, words: ZoneWords? = nil
  ) throws(TimeError) -> Instant {
    guard isDay else { return try format.instant(bytes, zone: zone, words: words) }
    let text = bytes.bytesArray + Array("T00".utf8)
    guard let zone else {
      throw .noZone(String(decoding: bytes.bytesArray, as: UTF8.self), offsetFits: false)
    }
    return zone.start(of: TimeZone.utc.day(of: try format.instant(text.span, zone: .utc)))
  }

  private static func hasHour(_ pattern: String) -> Bool {
    letters(pattern).contains { $0 == "H" || $0 == "h" }
  }

  private static func order(_ pattern: String) -> DateOrder? {
    let letters = letters(pattern)
    guard let day = letters.firstIndex(of: "d"), let month = letters.firstIndex(of: "M"),
      let year = letters.firstIndex(of: "y"), year > min(day, month), !letters.contains("MMM")
    else { return nil }
    return day < month ? .dayFirst : .monthFirst
  }

  /// The pattern without the texts between its quotes.
  private static func letters(_ pattern: String) -> String {
    let parts = pattern.split(separator: "'", omittingEmptySubsequences: false)
    return parts.indices.filter { $0.isMultiple(of: 2) }.map { String(parts[$0]) }.joined()
  }
}

extension [ProfileTimeFormat] {
  /// Whether some have the day first and some the month.
  var haveBothOrders: Bool {
    contains { $0.order == .dayFirst } && contains { $0.order == .monthFirst }
  }
}

extension TimeError {
  /// Whether the text was understood, and is no time for another reason.
  fileprivate var isOfTheRightFormat: Bool {
    switch self {
    case .skipped, .repeated, .noZone: true
    default: false
    }
  }
}
