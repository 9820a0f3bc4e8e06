import Foundation
import Testing

/// `docs/schema.md` is what the program prints.
///
/// `RECORD=1 swift test --filter SchemaPageTests` writes it anew.
@Suite struct SchemaPageTests {
  @Test func `the page of the schema is up to date`() throws {
    let page = try RunningImport.shell(
      "ledger schema --format markdown", in: FileManager.default.temporaryDirectory)
    let file = Project.root.appending(path: "docs/schema.md")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try page.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == page)
  }
}
