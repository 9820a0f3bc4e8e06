import LedgerCore
import TestSupport
import Testing

@Suite struct TimeInstantTests {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00Z"),
      (1_638_982_800_000, "2021-12-08T17:00:00Z"),
      (1_638_982_800_123, "2021-12-08T17:00:00.123Z"),
      (1_638_982_800_007, "2021-12-08T17:00:00.007Z"),
      (-1, "1969-12-31T23:59:59.999Z"),
      (-86_400_000, "1969-12-31T00:00:00Z"),
      (-2_203_891_200_000, "1900-03-01T00:00:00Z"),
      (951_782_400_000, "2000-02-29T00:00:00Z"),
      (-62_135_596_800_000, "0001-01-01T00:00:00Z"),
      (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    ] as [(Int64, String)])
  func `an instant is shown as ISO 8601 in UTC`(milliseconds: Int64, text: String) throws {
    let instant = try #require(Instant(milliseconds: milliseconds))
    #expect(instant.description == text)
  }

  @Test(arguments: [-62_135_596_800_001, 253_402_300_800_000, .min, .max] as [Int64])
  func `an instant outside the years 0001 to 9999 is refused`(milliseconds: Int64) {
    #expect(Instant(milliseconds: milliseconds) == nil)
  }

  @Test func `instants are ordered by time`() throws {
    #expect(try instant("1969-12-31T23:59:59.999Z") < instant("1970-01-01T00:00Z"))
    #expect(Instant.earliest < Instant.latest)
  }

  @Test func `an instant's text reads back as the same instant`() throws {
    var generator = SeededGenerator(for: "instant round trip")
    for _ in 0..<5000 {
      let range = Instant.earliest.milliseconds...Instant.latest.milliseconds
      let original = try #require(Instant(milliseconds: .random(in: range, using: &generator)))
      let read = try instant(original.description)
      #expect(read == original, "SEED=\(generator.seed)")
    }
  }
}
