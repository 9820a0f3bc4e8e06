import LedgerCore
import LedgerImport
import LedgerKit
import LedgerRenderings
import Testing

/// A market whose sales are not in the currency of the policy.
@Suite struct PolicyCurrencyTests {
  private let book: Book

  /// Five shows of an hour, each with an order of 100 dollars.
  init() throws {
    book = try Book.inMemory()
    let draft = try book.draft("test")
    for day in 1...5 {
      _ = try book.record(
        EventWords(
          key: "a\(day)", market: "US", platform: "tiktok", title: "A",
          starts: "2021-12-0\(day)T17:00:00Z", ends: "2021-12-0\(day)T18:00:00Z"), as: draft)
      let sale = try book.sale(
        SaleWords(
          order: "\(day)", product: "P", quantity: 1, amount: "100", currency: "USD",
          at: "2021-12-0\(day)T17:30:00Z", event: "a\(day)"))
      _ = try book.ledger.record([sale], as: draft)
    }
  }

  private func readiness() throws -> Readiness {
    try book.readiness(ReadinessRequest(market: "US"))
  }

  private func perHour(_ readiness: Readiness) -> ReadinessFinding? {
    readiness.findings.first { $0.criterion.measure == .gmvPerHour }
  }

  @Test func `amounts are converted at the rates of their days`() throws {
    let reference = try book.ledger.reference()
    let day = try #require(CalendarDay("2021-12-01"))
    let rate = try ExchangeRate(
      base: reference.currency("USD"), currency: reference.currency("GBP"), day: day,
      value: RateValue("0.75"), source: "a bank")
    _ = try book.ledger.record([rate], as: book.draft("test"), onConflict: .refuse)
    let readiness = try readiness()
    #expect(perHour(readiness)?.value == 75)
    #expect(perHour(readiness)?.basis == "5 shows")
    let text = readiness.rendered(as: .text)
    #expect(text.contains("each amount is converted to GBP at the last exchange rate known"))
  }

  @Test func `without rates, the currency is the reason, and not the shows`() throws {
    let readiness = try readiness()
    #expect(perHour(readiness)?.value == nil)
    let text = readiness.rendered(as: .text)
    #expect(
      text.contains(
        "gmv_per_hour: record the missing exchange rates: no exchange rate of USD in"))
    #expect(!text.contains("gmv_per_hour: record the shows' ends"))
  }
}
