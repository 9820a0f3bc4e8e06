import LedgerCore
import LedgerKit
import Testing

@testable import ledger

extension ErrorExample where Value == TimeError {
  static func all() throws -> [ErrorExample] {
    func read(
      _ text: String, _ pattern: String = "iso8601", _ zone: String? = "UTC"
    ) throws -> ErrorExample {
      let format = try TimeFormat(pattern)
      let zone = try zone.map(Zones.system.zone)
      return ErrorExample(value: try thrown { _ = try format.instant(text, zone: zone) })
    }
    return [
      try read("2021-12-08T17:00", "iso8601", nil),
      try read("08/12/2021 17:00", "dd/MM/yyyy HH:mm", nil),
      try read("yesterday"), try read("8.12.2021 17:00", "dd/MM/yyyy HH:mm"),
      try read("2021-13-08T17:00Z"), try read("2021-02-29T17:00Z"), try read("2021-12-08T24:00Z"),
      try read("13:00 PM 2021-12-08", "hh:mm a yyyy-MM-dd"),
      try read("Mon 2021-12-08 17", "EEE yyyy-MM-dd HH"), try read("2021-12-08T17:00+25:00"),
      try read("2021-12-08 17 XYZ", "yyyy-MM-dd HH z"),
      try read("2021-12-08 17 CST", "yyyy-MM-dd HH z"),
      try read("99999999999999", "unix"),
      try read("2021-03-28T01:30", "iso8601", "Europe/London"),
      try read("2021-10-31T01:30", "iso8601", "Europe/London"),
    ]
  }
}

extension ErrorExample where Value == TimeFormatError {
  static func all() throws -> [ErrorExample] {
    let patterns = [
      "", "yyyy-QQ", "yyyy-MM-dd'T", "yyyy-MM-dd yyyy HH", "yyyy-MM HH", "yyyy-MM-dd hh",
      "yyyy-MM-dd HH a", "yyyy-MM-dd HH ss", "yyyy-Mdd HH",
    ]
    return try patterns.map { pattern in
      ErrorExample(value: try thrown { _ = try TimeFormat(pattern) })
    }
  }
}

extension ErrorExample where Value == TimeZoneError {
  static func all() throws -> [ErrorExample] {
    func read(_ bytes: [UInt8]) throws -> ErrorExample {
      ErrorExample(value: try thrown { _ = try TimeZone(name: "Europe/London", tzif: bytes) })
    }
    /// A header with counts of flags, leap seconds, changes, offsets and letters.
    func header(_ version: UInt8, _ counts: UInt8...) -> [UInt8] {
      Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
        + counts.flatMap { [0, 0, 0, $0] }
    }
    return [
      try read(Array("London".utf8)), try read(header(0x39, 0, 0, 0, 0, 0, 0)),
      try read(Array("TZif2".utf8)),
      try read(header(0, 0, 0, 1, 0, 1, 0) + [UInt8](repeating: 0, count: 14)),
      try read(header(0, 0, 0, 0, 0, 0, 0)),
    ]
  }
}

extension ErrorExample where Value == NumberError {
  static func all() throws -> [ErrorExample] {
    let plain = NumberFormat.plain
    let errors: [NumberError] = [
      try thrown { _ = try plain.decimal("1,5") },
      try thrown { _ = try plain.integer("1.5".utf8Span.span) },
      try thrown { _ = try plain.decimal("0.0000001") },
      try thrown { _ = try plain.decimal("99999999999999999999") },
    ]
    return errors.map { ErrorExample(value: $0) }
  }
}

extension ErrorExample where Value == ConversionFailure {
  static func all() throws -> [ErrorExample] {
    let (euro, pound) = (ExchangeRates.pivot, Currency(code: "GBP", digits: 2))
    let day = try #require(CalendarDay("2021-12-08"))
    let rates = ExchangeRates([
      try ExchangeRate(
        base: euro, currency: pound, day: day, value: RateValue("0.85"), source: "ECB")
    ])
    let later = try #require(CalendarDay("2021-12-31"))
    func convert(_ micros: Int128, _ day: CalendarDay) throws -> ErrorExample {
      ErrorExample(
        value: try thrown {
          _ = try rates.convert(Money(micros: micros, currency: pound), of: day, to: euro).get()
        })
    }
    return [try convert(1_000_000, later), try convert(.max, day)]
  }
}
