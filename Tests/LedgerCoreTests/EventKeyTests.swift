import LedgerCore
import TestSupport
import Testing

@Suite struct EventKeyTests {
  private let day: CalendarDay

  init() throws { day = try #require(CalendarDay("2021-12-08")) }

  @Test(arguments: ["a", "on-trend-2021-12-08", "A.b_c:9", String(repeating: "x", count: 128)])
  func `a key is kept as it is written`(text: String) throws {
    #expect(try EventKey(text).description == text)
  }

  @Test(arguments: [
    "", " ", "a b", "a/b", "ä", "a\n", "a\0", "a,b", "a\"", "ｅ", "a;b",
    String(repeating: "x", count: 129),
  ])
  func `what is not letters, digits and four marks is refused`(text: String) {
    #expect(refusedField { _ = try EventKey(text) } == "event")
  }

  @Test(arguments: [
    ("On Trend", "on-trend-2021-12-08"), ("L'Oréal & Friends!", "l-oreal-friends-2021-12-08"),
    ("L’Oréal", "l-oreal-2021-12-08"), ("L'Ore\u{301}al", "l-oreal-2021-12-08"),
    ("  ***  50% off!!! ", "50-off-2021-12-08"), ("Straße Ærø", "strasse-aero-2021-12-08"),
    ("ไลฟ์สด", "tiktok-shop-2021-12-08"), ("🎥🎄", "tiktok-shop-2021-12-08"),
    ("NYX x 資生堂", "nyx-x-2021-12-08"), ("Łódź", "lodz-2021-12-08"),
    ("İstanbul", "istanbul-2021-12-08"),
  ])
  func `a key is made of a title and a day`(title: String, key: String) throws {
    #expect(
      try EventKey(title: title, platform: "TikTok Shop", day: day).description == key)
  }

  @Test func `a key that is in use gets a number`() throws {
    let key = try EventKey(title: "On Trend", platform: "tiktok", day: day, number: 2)
    #expect(key.description == "on-trend-2021-12-08-2")
  }

  @Test func `a long title makes a key that ends in a letter or digit before the day`() throws {
    let title = String(repeating: "very ", count: 100)
    let key = try EventKey(title: title, platform: "tiktok", day: day).description
    #expect(key.utf8.count <= 128)
    #expect(key.hasSuffix("very-2021-12-08"))
    #expect(!key.contains("--"))
  }

  @Test func `a title and a platform that ASCII cannot write still make a key`() throws {
    #expect(
      try EventKey(title: "淘宝", platform: "抖音", day: day).description == "event-2021-12-08")
  }

  @Test func `a key that is made of any title is a key`() throws {
    var random = SeededGenerator(for: "keys of titles")
    for _ in 0..<500 {
      let scalars = (0..<Int.random(in: 0...80, using: &random)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0...0x2fff, using: &random))
      }
      let title = String(String.UnicodeScalarView(scalars))
      let key = try EventKey(title: title, platform: "tiktok", day: day)
      #expect(try EventKey(key.description) == key, "SEED=\(random.seed)")
      #expect(!key.description.hasPrefix("-"), "SEED=\(random.seed)")
      #expect(!key.description.contains("--"), "SEED=\(random.seed)")
    }
  }

  @Test func `keys are ordered by their bytes`() throws {
    let keys = try ["b", "B", "a-1", "a.1", "10", "9"].map(EventKey.init)
    #expect(keys.sorted().map(\.description) == ["10", "9", "B", "a-1", "a.1", "b"])
  }
}
