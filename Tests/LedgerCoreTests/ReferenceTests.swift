import LedgerCore
import Testing

@Suite struct ReferenceTests {
  private let reference = Reference(
    markets: [
      market("DE", "Germany"), market("FR", "France"), market("UK", "United Kingdom", iso: "GB"),
      market("UA", "Ukraine"), market("US", "United States"), market("CI", "Côte d'Ivoire"),
    ], currencies: [gbp, jpy, kwd, Currency(code: "GIP", digits: 2)])

  private static func market(_ code: String, _ name: String, iso: String? = nil) -> Market {
    Market(
      code: Market.Code(code), isoCode: iso ?? code, name: name, currency: gbp, timeZone: nil)
  }

  @Test(arguments: [
    "UK", "uk", "GB", "gb", "Gb", "United Kingdom", "united kingdom", "UNITED KINGDOM",
  ])
  func `the United Kingdom is UK, by whichever name`(text: String) throws {
    #expect(try reference.market(text).code.description == "UK")
  }

  @Test func `a name with an accent is found in any case`() throws {
    #expect(try reference.market("CÔTE D'IVOIRE").code.description == "CI")
  }

  @Test(
    arguments: [
      ("Germny", ["DE"]), ("Frnace", ["FR"]), ("UKK", ["UK"]), ("Atlantis", []), ("", []),
    ] as [(String, [String])])
  func `an unknown market is named with those that look like it`(text: String, near: [String]) {
    do throws(LedgerError) {
      let market = try reference.market(text)
      Issue.record("\(market)")
    } catch {
      guard case .unknownMarket(text, let found) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(Array(found.prefix(near.count)) == near)
      if text == "Atlantis" { #expect(found.isEmpty) }
    }
  }

  @Test func `a currency is found in any case, and an unknown one named with its neighbours`()
    throws
  {
    #expect(try reference.currency("gbp") == gbp)
    #expect(throws: LedgerError.unknownCurrency("GPB", near: ["GBP"])) {
      try reference.currency("GPB")
    }
    #expect(throws: LedgerError.unknownCurrency("£", near: [])) { try reference.currency("£") }
  }

  @Test(
    arguments: [
      ("on-tremd", ["on-trend", "on-trent"]), ("on-trent", ["on-trent", "on-trend"]),
      ("no-trend", ["on-trend", "on-trent"]), ("christmas", []), ("a", ["b", "c", "d"]),
    ] as [(String, [String])])
  func `near matches are at most three, the nearest first`(text: String, near: [String]) {
    let candidates = ["on-trend", "on-trent", "e", "d", "c", "b", "black-friday-2021"]
    #expect(nearest(to: text, among: candidates) == near)
  }

  @Test func `an insertion, a deletion, a replacement and a swap are one edit each`() {
    let word = "abcdef"
    for near in ["abcdefg", "abcde", "abxdef", "abdcef"] {
      #expect(nearest(to: word, among: [near], within: 1) == [near])
    }
    #expect(nearest(to: word, among: ["abcd", "fedcba", "abcdefgh"], within: 1) == [])
    #expect(nearest(to: word, among: [word], within: 0) == [word])
  }

  @Test func `a text of any length is compared in no time`() {
    let long = String(repeating: "x", count: 100_000)
    #expect(nearest(to: long, among: ["on-trend", long]).isEmpty)
  }
}
