import Foundation
import Testing

/// What `ledger sql` shows on a terminal, where somebody reads it.
@Suite struct TerminalTests {
  private static let rows =
    "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT "

  /// What is shown by a command, with a pager that marks the lines that it is given.
  private func shown(
    _ command: String, pager: String = "sed 's/^/page: /'"
  ) throws -> (status: Int32, rest: String) {
    let folder = try Shell.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try #require(try Shell.run("ledger init", in: folder).status == 0)
    let session = try TerminalSession(command, in: folder, environment: ["LEDGER_PAGER": pager])
    return try session.end()
  }

  @Test func `an answer that is longer than the screen goes through the pager`() throws {
    let (status, long) = try shown("ledger sql \"\(Self.rows)30) SELECT x FROM c\"")
    #expect(status == 0)
    #expect(long.contains("page: 30\n"))
    let short = try shown("ledger sql \"\(Self.rows)9) SELECT x FROM c\"").rest
    #expect(short.contains("9\n") && !short.contains("page:"))
  }

  @Test func `a pager that is left early ends the question`() throws {
    let (status, text) = try shown(
      "ledger sql \"\(Self.rows)-1) SELECT x FROM c\"", pager: "sed 's/^/page: /;3q'")
    #expect(status == 0)
    #expect(text.hasSuffix(" 1\n"))
  }

  @Test func `with cat for a pager there is none`() throws {
    let text = try shown("ledger sql \"\(Self.rows)30) SELECT x FROM c\"", pager: "cat").rest
    #expect(text.contains("30\n"))
  }

  @Test(arguments: ["table", "csv", "tsv", "json", "jsonl", "markdown", "html", "box", "line"])
  func `a terminal is shown control characters, and does not obey them`(format: String) throws {
    let sql = "SELECT char(27) || '[2J' || char(7, 8, 155) || 'x' AS \\\"a\u{1B}[1mb\\\""
    let (status, text) = try shown("ledger sql --format \(format) \"\(sql)\"")
    #expect(status == 0)
    #expect(text.contains("[2J"))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
    #expect(!text.unicodeScalars.contains { (0x7f...0x9f).contains($0.value) })
  }

  @Test func `an error shows control characters of the statement, too`() throws {
    for sql in ["SELECT '\u{1B}[2J', nothing", "SELECT [nothing\u{1B}[2J] FROM event"] {
      let (status, text) = try shown("ledger sql \"\(sql)\"")
      #expect(status == 64)
      #expect(text.contains("nothing") && !text.contains("\u{1B}"))
    }
  }
}
