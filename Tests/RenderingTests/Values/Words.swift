import LedgerCore
import Testing

extension Currency {
  static let gbp = Currency(code: "GBP", digits: 2)
  static let eur = Currency(code: "EUR", digits: 2)
  static let usd = Currency(code: "USD", digits: 2)
}

extension Market {
  static let uk = Market(
    code: Code("UK"), isoCode: "GB", name: "United Kingdom", currency: .gbp,
    timeZone: "Europe/London")
  static let germany = Market(
    code: Code("DE"), isoCode: "DE", name: "Germany", currency: .eur, timeZone: "Europe/Berlin")
}

func instant(_ text: String) throws -> Instant { try TimeFormat.iso8601.instant(text, zone: nil) }

func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

func date(_ text: String) throws -> PartialDate { try #require(PartialDate(text)) }

/// Millionths of an amount that is written like `12.50`.
func micros(_ text: String) throws -> Int128 { try NumberFormat.plain.decimal(text).micros }

func money(_ text: String, _ currency: Currency = .gbp) throws -> Money {
  Money(micros: try micros(text), currency: currency)
}

extension Instant {
  func adding(minutes: Int64) throws -> Instant {
    try #require(Instant(milliseconds: milliseconds + minutes * 60_000))
  }
}
