import Foundation
import Testing

@testable import class ledger.ProgressReport

/// How far an import has come, as a terminal shows it.
@Suite struct ProgressTests {
  /// Enough rows for several chunks.
  private static let rows = """
    (echo event,at,metric,count; seq 0 119999 | awk '{ printf "on-trend-2021-12-08,2021-12-%02dT%02d:%02d:%02dZ,views,%d\\n", \
    8 + $1 / 86400, $1 / 3600 % 24, $1 / 60 % 60, $1 % 60, $1 }') > big.csv
    """

  private func said(columns: Int, _ arguments: String = "", term: String = "xterm") throws -> String
  {
    let run = try RunningImport("audience", "none", "--quiet")
    defer { _ = run.end() }
    return try RunningImport.shell(
      Self.rows + "\nTERM=\(term) script -qec 'stty cols \(columns); "
        + "ledger import audience big.csv \(arguments)' /dev/null < /dev/null", in: run.folder)
  }

  /// What stood in the place of the bar, one after the other.
  private func bars(_ said: String) -> [String] {
    said.components(separatedBy: "\r").filter { $0.hasSuffix("\u{1B}[K") }
      .map { String($0.dropLast(3)) }
  }

  @Test func `a terminal shows a bar, which is gone before the summary`() throws {
    let said = try said(columns: 90)
    let bars = bars(said)
    #expect(bars.contains { $0.hasPrefix("big.csv  ") && $0.contains(" 100,000 rows, ") })
    #expect(bars.contains { $0.contains("[##") && $0.contains("##...") && $0.hasSuffix(" left") })
    #expect(bars.allSatisfy { $0.count < 90 })
    #expect(said.contains("\r\u{1B}[Krecorded 120,000, already recorded 0, rejected 0"))
  }

  @Test func `a narrow terminal shows what it has room for`() throws {
    let bars = bars(try said(columns: 30))
    #expect(bars.contains { $0.contains("100,000 rows") })
    #expect(bars.allSatisfy { $0.count < 30 })
  }

  @Test(arguments: [("--quiet", "xterm"), ("", "dumb")])
  func `there is no bar where nobody wants or understands it`(
    arguments: String, term: String
  ) throws {
    let said = try said(columns: 90, arguments, term: term)
    #expect(!said.contains("\u{1B}"))
    #expect(said.contains("recorded 120,000") == (term == "dumb"))
  }

  /// What is said within so many seconds, at a hundred rows a second.
  private func lines(seconds: Int, size: Int?, isSilent: Bool = false) -> [String] {
    let start = ContinuousClock.now
    var now = start
    var said: [String] = []
    let progress = ProgressReport(
      isSilent: isSilent, isTerminal: false, now: { now }, remark: { said.append($0) })
    progress.begin("a.csv", size: size)
    for second in 0...seconds {
      now = start + .seconds(second)
      progress.tell(rows: Int64(100 * second), bytes: second)
    }
    progress.end()
    return said
  }

  @Test func `elsewhere a line says so every ten seconds`() {
    #expect(lines(seconds: 9, size: 40) == [])
    #expect(
      lines(seconds: 35, size: 40) == [
        "a.csv: 1,000 rows, 100 rows/s, 25%, 30 s left",
        "a.csv: 2,000 rows, 100 rows/s, 50%, 20 s left",
        "a.csv: 3,000 rows, 100 rows/s, 75%, 10 s left",
      ])
    #expect(lines(seconds: 19, size: nil) == ["a.csv: 1,000 rows, 100 rows/s"])
    #expect(lines(seconds: 35, size: 40, isSilent: true) == [])
  }
}
