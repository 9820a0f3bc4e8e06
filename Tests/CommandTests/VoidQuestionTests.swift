import Foundation
import Testing

/// What `ledger void` asks on a terminal before it takes back more than the entry that is named.
@Suite struct VoidQuestionTests {
  /// A book with a show, and a followed pipe in two entries, 2 and 3.
  private static let book = """
    ledger init; ledger add-event --event a --market UK --platform tiktok --title A \\
      --starts 2021-12-08T18:00Z
    (printf 'event,metric,at,count\\na,views,2021-12-08T18:05Z,1\\n'
     until ledger log | grep -q 'import audience'; do sleep 0.1; done
     printf 'a,views,2021-12-08T18:06Z,2\\n') | ledger import audience - --follow
    """

  @Test func `an import is voided if the answer is yes, and stays if it is anything else`() throws {
    let folder = try Shell.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try Shell.run(Self.book, in: folder).output.contains("(entries 2–3)"))
    for (answer, status) in [("n\n", Int32(1)), ("\n", 1), ("yes please\n", 1), ("y\n", 0)] {
      let session = try TerminalSession("ledger void 3 --reason wrong", in: folder)
      let said = try session.read(until: "void them all? [y/N] ")
      #expect(said.contains("voiding the 2 entries of the import of entry 3 (2 to 3)"))
      try session.type(answer)
      let end = try session.end()
      #expect(end.status == status, "\(answer)")
      #expect(end.rest.contains(status == 0 ? "voided the 2 entries" : "nothing was voided"))
    }
  }

  @Test func `nothing is asked for a single entry, a chunk or a trial`() throws {
    let folder = try Shell.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try Shell.run(Self.book, in: folder)
    for options in ["3 --dry-run", "3 --chunk", "2"] {
      let session = try TerminalSession("ledger void \(options) --reason wrong", in: folder)
      let end = try session.end()
      #expect(end.status == 0 && !end.rest.contains("[y/N]"), "\(options)")
    }
  }
}
