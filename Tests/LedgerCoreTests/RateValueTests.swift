import LedgerCore
import Testing

/// Rates, exactly as they are published.
@Suite struct RateValueTests {
  @Test(
    arguments: [
      ("0.8338", 8338, 4, "0.8338"), ("175.680", 17568, 2, "175.68"), ("136", 136, 0, "136"),
      ("1.0", 1, 0, "1"), ("0.000000000001", 1, 12, "0.000000000001"), ("100", 100, 0, "100"),
      ("9223372036854775807", Int64.max, 0, "9223372036854775807"),
    ] as [(String, Int64, Int, String)])
  func `a rate is read exactly`(text: String, units: Int64, decimals: Int, shown: String) throws {
    let value = try RateValue(text)
    #expect(value.units == units)
    #expect(value.decimals == decimals)
    #expect(value.text == shown)
  }

  @Test(
    arguments: [
      ("", "is empty"), ("N/A", "is not a number written like 0.8338"),
      ("-1", "is not a number written like 0.8338"), ("1.", "is not a number written like 0.8338"),
      (".5", "is not a number written like 0.8338"),
      ("1.2.3", "is not a number written like 0.8338"),
      ("1,5", "is not a number written like 0.8338"), ("0.00", "is not above 0"),
      ("0.0000000000001", "has more than 12 decimals"),
      ("9223372036854775808", "has more digits than can be kept exactly"),
    ])
  func `what is no rate is refused`(text: String, reason: String) {
    #expect(throws: LedgerError.invalid(field: "rate", value: text, reason: reason)) {
      try RateValue(text)
    }
  }

  @Test func `units and decimals are checked`() {
    #expect(throws: LedgerError.self) { try RateValue(units: 0, decimals: 0) }
    #expect(throws: LedgerError.self) { try RateValue(units: 1, decimals: -1) }
    #expect(throws: LedgerError.self) { try RateValue(units: 1, decimals: 13) }
  }
}
