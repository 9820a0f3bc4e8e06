import LedgerCore
import Tabular

/// How a profile's times are read.
struct TimeReading {
  /// The first that reads a text counts.
  let formats: [ProfileTimeFormat]
  let zone: TimeZone?
  /// The zones of markets, for times that state none.
  var markets: MarketZones?

  /// As files write what they know to be a time or a day.
  private static let typed = [ProfileTimeFormat(.iso8601)] + ProfileTimeFormat.days

  /// The same for times in ISO 8601.
  var ofISO8601: TimeReading {
    TimeReading(formats: [ProfileTimeFormat(.iso8601)], zone: zone, markets: markets)
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
      return try TimeReading(formats: formats, zone: zone).instant(cell, row)
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
    guard zone == nil, markets != nil, case .time(.noZone) = fault.reason else { return false }
    return true
  }

  @inline(__always)
  func instant(_ cell: Cell, _ row: borrowing some RecordReader & ~Copyable) throws(RowFault)
    -> Instant
  {
    let formats = cell.isTyped(.time, row) ? Self.typed : formats
    do throws(TimeError) {
      return try cell.withBytes(row) { bytes throws(TimeError) in
        var failure: TimeError?
        for format in formats {
          do throws(TimeError) { return try format.instant(bytes, zone: zone) } catch {
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
}

/// A format of times, or of days, whose instant is their first.
struct ProfileTimeFormat: Sendable {
  private let format: TimeFormat
  private let isDay: Bool

  /// - Throws: ``TimeFormatError``
  init(_ pattern: String) throws(TimeFormatError) {
    let names = ["iso8601", "unix", "unix-ms"]
    isDay = !names.contains(pattern) && !Self.hasHour(pattern)
    format = try TimeFormat(isDay ? pattern + "'T'HH" : pattern)
  }

  /// Days as ISO 8601 writes them.
  static let days: [ProfileTimeFormat] = {
    do throws(TimeFormatError) { return [try ProfileTimeFormat("yyyy-MM-dd")] } catch { return [] }
  }()

  init(_ format: TimeFormat) {
    self.format = format
    isDay = false
  }

  var isISO8601: Bool { format == .iso8601 }

  @inline(__always)
  func instant(_ bytes: Span<UInt8>, zone: TimeZone?) throws(TimeError) -> Instant {
    guard isDay else { return try format.instant(bytes, zone: zone) }
    let text = bytes.bytesArray + Array("T00".utf8)
    guard let zone else {
      throw .noZone(String(decoding: bytes.bytesArray, as: UTF8.self), offsetFits: false)
    }
    return zone.start(of: TimeZone.utc.day(of: try format.instant(text.span, zone: .utc)))
  }

  private static func hasHour(_ pattern: String) -> Bool {
    let parts = pattern.split(separator: "'", omittingEmptySubsequences: false)
    return parts.indices.contains { index in
      index.isMultiple(of: 2) && parts[index].contains { $0 == "H" || $0 == "h" }
    }
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
