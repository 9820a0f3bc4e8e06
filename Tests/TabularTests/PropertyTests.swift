import TestSupport
import Testing

@testable import Tabular

/// Random files; `SEED` repeats a run.
struct PropertyTests {
  @Test func `the reader agrees with a naive one on any bytes`() {
    var random = SeededGenerator(for: "random tables")
    let pieces: [[UInt8]] =
      ["a", "b", ",", ",", "\"", "\"", "\"\"", "\n", "\r", "\r\n", " ", "é", "👍"]
      .map { Array($0.utf8) } + [[0], [0xE9], [0xC3]]
    var kinds = (records: 0, malformed: 0, errors: 0)
    for _ in 0..<4_000 {
      let body = (0..<Int.random(in: 0...30, using: &random)).flatMap { _ in
        // Rarely a NUL or a bad byte, so that most rows are worth comparing.
        let isRare = Int.random(in: 0..<20, using: &random) == 0
        let some = isRare ? pieces[...] : pieces.dropLast(3)
        return some.randomElement(using: &random) ?? []
      }
      let expected = ReferenceParser.read("h,k", body)
      var actual = Reading(
        Array("h,k\n".utf8) + body, readSize: Int.random(in: 1...9, using: &random),
        bufferSize: Int.random(in: 16...40, using: &random))
      if case let bad = actual.rows.count - actual.records.count, actual.reasons.count == bad {
        actual.reasons = []
      }
      #expect(actual == expected, "SEED=\(random.seed), \(body)")
      kinds.records += expected.records.count
      kinds.malformed += expected.rows.count - expected.records.count
      kinds.errors += expected.error == nil ? 0 : 1
    }
    // Each kind was tried often enough to mean something.
    #expect(kinds.records > 100 && kinds.malformed > 100 && kinds.errors > 100)
  }

  @Test func `what is written is read back`() {
    var random = SeededGenerator(for: "random tables")
    let pieces = ["a", "é", "👍", "\"", ",", "\n", "\r", "\u{FEFF}", " ", "'", "=", "-1"]
    for _ in 0..<500 {
      let columns = Int.random(in: 1...4, using: &random)
      func row() -> [String] {
        (0..<columns).map { _ in
          (0..<Int.random(in: 0...4, using: &random)).map { _ in
            pieces.randomElement(using: &random) ?? ""
          }.joined()
        }
      }
      let header = (0..<columns).map { "\u{FEFF},\($0)\(pieces[$0])" }
      let rows = (0..<5).map { _ in row() }
      var writer = CSVWriter()
      writer.append(header)
      for row in rows { writer.append(row) }
      let reading = Reading(writer.bytes)
      #expect(reading.error == nil, "SEED=\(random.seed)")
      #expect(reading.header == header, "SEED=\(random.seed)")
      #expect(
        reading.records.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } },
        "SEED=\(random.seed)")
    }
  }
}
