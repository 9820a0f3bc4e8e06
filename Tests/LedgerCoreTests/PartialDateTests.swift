import LedgerCore
import Testing

@Suite struct PartialDateTests {
  @Test(
    arguments: [
      ("2022-07-05", "2022-07-05", "2022-07-05"), ("2022-02", "2022-02-01", "2022-02-28"),
      ("2024-02", "2024-02-01", "2024-02-29"), ("2022-Q1", "2022-01-01", "2022-03-31"),
      ("2022-Q4", "2022-10-01", "2022-12-31"), ("2022-H1", "2022-01-01", "2022-06-30"),
      ("2022-h2", "2022-07-01", "2022-12-31"), ("2022", "2022-01-01", "2022-12-31"),
      ("0001", "0001-01-01", "0001-12-31"), ("9999-Q4", "9999-10-01", "9999-12-31"),
    ])
  func `a date keeps its form and knows its days`(text: String, first: String, last: String) throws
  {
    let date = try #require(PartialDate(text))
    #expect(date.description == text.uppercased())
    #expect(date.firstDay.description == first)
    #expect(date.lastDay.description == last)
  }

  @Test(
    arguments: [
      "", "22", "0000", "2022-13", "2022-00", "2022-7", "2022-Q0", "2022-Q5", "2022-H3", "2022-H0",
      "2022-02-30", "2022-Q", "2022-X1", "2022/07", "2022-07-05T00:00Z", " 2022", "2022-H1 ",
      "２０２２", "20222",
    ])
  func `what is none is refused`(text: String) {
    #expect(PartialDate(text) == nil)
    #expect(throws: LedgerError.self) { try checkedDate(text, field: "effective") }
  }

  @Test func `one is before another only where all of its days are`() throws {
    func date(_ text: String) throws -> PartialDate { try #require(PartialDate(text)) }
    let half = try date("2022-H1")
    let may = try date("2022-05")
    let july = try date("2022-07-01")
    #expect(half.overlaps(may) && may.overlaps(half))
    #expect(!half.isBefore(may) && !may.isBefore(half))
    #expect(half != may)
    #expect(half.isBefore(july) && !july.isBefore(half))
    #expect(!half.overlaps(july) && !july.overlaps(half))
    #expect(half.overlaps(try date("2022-06-30")))
    #expect(half.overlaps(half) && !half.isBefore(half))
  }
}
