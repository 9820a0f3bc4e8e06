import Foundation
import LedgerCore
import Testing

/// Every case of every error has an example, and `docs/errors.md` shows them.
///
/// `RECORD=1 swift test --filter ErrorPageTests` writes the page anew.
@Suite struct ErrorPageTests {
  private static let sections = Result { try ErrorPage.sections() }
  private let page = Project.root.appending(path: "docs/errors.md")

  @Test func `every case has an example`() throws {
    #expect(try Self.sections.get().flatMap(\.missing) == [])
  }

  @Test func `every way out of a conflict and every thing with a name has an example`() throws {
    let errors = try ErrorExample<LedgerError>.all().map(\.value)
    let remedies = errors.compactMap { error in
      if case .conflict(_, _, _, let remedy) = error { remedy } else { nil }
    }
    #expect(Set(remedies) == Set(LedgerError.ConflictRemedy.allCases))
    let things = errors.compactMap { error in
      if case .unknownName(let thing, _, _) = error { thing } else { nil }
    }
    #expect(Set(things) == Set(LedgerError.NamedThing.allCases))
  }

  @Test func `every error has a sentence, and only the command line names an option`() throws {
    for error in try ErrorExample<LedgerError>.all().map(\.value) {
      #expect(!error.description.isEmpty)
      #expect(!error.description.contains(#/--[a-z]|`ledger /#), "\(error)")
    }
  }

  @Test func `the page of errors is what the examples say`() throws {
    let text = Self.settled(ErrorPage.text(try Self.sections.get()))
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try text.write(to: page, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: page, encoding: .utf8) == text)
  }

  /// Without the folders of this run, and the number of the newest schema.
  private static func settled(_ text: String) -> String {
    text.replacing(/"[^" ]*\/[0-9A-F-]{36}\//, with: "\"")
      .replacing(/(?:\/[^ "\/]+)+\/[0-9A-F-]{36}\/?/, with: "folder")
      .replacing(/this program knows \d+/, with: "this program knows its own")
  }
}
