import LedgerCore
import LedgerImport
import Testing

/// Files of exchange rates.
@Suite struct RateImportTests {
  let desk = Desk()

  private var lines: [String] {
    desk.ledger.rates.values.map { rate in
      "\(rate.day) \(rate.base.code) \(rate.currency.code) \(rate.value.text) \(rate.source)"
    }.sorted()
  }

  @Test func `the history of the European Central Bank is read as it is published`() throws {
    let text = """
      Date,USD,JPY,GBP,BRL,
      2021-12-09,1.13,N/A,0.8574,6.2,
      2021-12-08,1.1299,N/A,0.85603,N/A,

      """
    let summary = try desk.load(text, as: .rates)
    #expect(summary.unusedColumns.isEmpty)
    #expect(summary.rows == 2)
    #expect(summary.recorded == 5)
    #expect(summary.noValue == 3)
    #expect(
      lines == [
        "2021-12-08 EUR GBP 0.85603 ECB", "2021-12-08 EUR USD 1.1299 ECB",
        "2021-12-09 EUR BRL 6.2 ECB", "2021-12-09 EUR GBP 0.8574 ECB",
        "2021-12-09 EUR USD 1.13 ECB",
      ])
  }

  @Test func `one bad rate of a day leaves the others`() throws {
    let text = "Date,USD,JPY,GBP,\n2021-12-09,1.13,x,0.8574,\n2021-12-9,1,1,1,\n"
    let summary = try desk.load(text, as: .rates)
    #expect(summary.recorded == 2)
    #expect(
      desk.said == [
        "a.csv:2: column \"JPY\", value \"x\": is not a number written like 0.8338",
        "a.csv:3: column \"Date\", value \"2021-12-9\": is not a day written like 2021-12-08",
      ])
  }

  @Test func `a rate a row names its currencies and its source`() throws {
    let text = """
      date,base,currency,rate,source
      2021-12-08,usd,GBP,0.7578,Bank of England
      2021-12-08,USD,USD,1,Bank of England
      2021-12-08,USD,XXX,1,Bank of England
      2021-12-08,USD,EUR,,Bank of England

      """
    let summary = try desk.load(text, as: .rates)
    #expect(lines == ["2021-12-08 USD GBP 0.7578 Bank of England"])
    #expect(summary.noValue == 1)
    #expect(
      desk.said == [
        "a.csv:3: column \"currency\", value \"USD\": is the base itself",
        "a.csv:4: column \"currency\", value \"XXX\": is not one of ISO 4217",
      ])
  }

  @Test func `another file with a column for each currency says its base and source`() throws {
    let text = "Date,USD,GBP\n2021-12-08,1,0.7\n"
    #expect(
      desk.failure(text, as: .rates)?.description
        == "a.csv: the rates have no base: add a column of that name")
    let profile = try Profile.ownColumns(of: .rates).settingConstant("base", "EUR")
      .settingConstant("source", "x")
    try desk.load(text, as: .rates, profile)
    #expect(lines == ["2021-12-08 EUR GBP 0.7 x", "2021-12-08 EUR USD 1 x"])
  }

  @Test func `a column of what is no currency is refused before any row`() {
    let text = "Date,USD,JPY,ABC,\n2021-12-08,1,1,1,\n"
    #expect(
      desk.failure(text, as: .rates)?.reason == .ledger(.unknownCurrency("ABC", near: [])))
    #expect(desk.ledger.rates.isEmpty)
  }
}
