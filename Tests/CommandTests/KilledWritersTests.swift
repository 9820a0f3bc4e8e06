import Foundation
import Testing

/// Four programs that record in one book, and are killed while they do.
@Suite struct KilledWritersTests {
  /// Each writer records 25 events, and notes those that were acknowledged.
  private static let script = """
    writer() {
      for number in $(seq 25); do
        timeout --signal KILL 0.$((RANDOM % 400 + 100)) ledger add-event --event "$1-$number" \\
          --market UK --platform tiktok --title x --starts 2021-12-08T17:00Z >/dev/null \\
          && echo "$1-$number" >> "acknowledged-$1"
      done
      true
    }
    for name in a b c d; do writer $name 2>/dev/null & done
    wait
    """

  @Test func `what was acknowledged is there once, and the book can be used`() throws {
    let folder = try Shell.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try Shell.run("ledger init", in: folder).status == 0)
    _ = try Shell.run(Self.script, in: folder)
    let acknowledged = try Shell.run("sort acknowledged-*", in: folder).output
    let recorded = try Shell.run(
      "ledger events --format csv --limit 1000 | tail -n +2 | cut -d, -f1 | sort", in: folder
    ).output.split(separator: "\n")
    let once = Set(recorded)
    #expect(once.count == recorded.count)
    for key in acknowledged.split(separator: "\n") { #expect(once.contains(key), "\(key)") }
    let again =
      "ledger add-event --market UK --platform tiktok --title y --starts 2021-12-08T17:00Z"
    #expect(try Shell.run(again, in: folder).status == 0)
  }
}
