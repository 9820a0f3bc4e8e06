import TestSupport
import Testing

@testable import LedgerImport

struct OrderPositionsTests {
  @Test func `each order counts for itself, however the rows are mixed`() {
    var positions = OrderPositions()
    var expected: [String: Int64] = [:]
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      let prefixes = ["", "C", "é", String(repeating: "0", count: 90)]
      let prefix = prefixes.randomElement(using: &generator)
      let zeros = String(repeating: "0", count: Int.random(in: 0...3, using: &generator))
      let order = (prefix ?? "") + zeros + String(Int.random(in: 0..<500, using: &generator))
      expected[order, default: 0] += 1
      #expect(positions.next(order.utf8Span.span) == expected[order])
    }
  }

  @Test func `an order beyond the limit is refused, and the others count on`() {
    var positions = OrderPositions(limit: 2)
    #expect(positions.next("A".utf8Span.span) == 1)
    #expect(positions.next("".utf8Span.span) == 1)
    #expect(positions.next("B".utf8Span.span) == nil)
    #expect(positions.next("A".utf8Span.span) == 2)
  }
}
