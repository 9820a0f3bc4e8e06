import Foundation
import Testing

/// Pages that repeat what the program says, as it says it.
///
/// `RECORD=1 swift test --filter DocumentationTests` writes those anew that it prints whole.
@Suite struct DocumentationTests {
  private func page(_ name: String) -> URL { Project.root.appending(path: "docs/\(name).md") }

  @Test func `the page of metrics is what explain prints`() throws {
    let printed = try Page.printed(by: "ledger explain --format markdown")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try printed.write(to: page("metrics"), atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: page("metrics"), encoding: .utf8) == printed)
  }

  @Test func `the page of readiness argues the numbers of the policy that ships`() throws {
    let text = try String(contentsOf: page("readiness"), encoding: .utf8)
    let policy = try Page.printed(by: "ledger readiness --print-policy")
    let criteria = policy.components(separatedBy: "\n[").dropFirst()
    #expect(criteria.count == 9)
    for criterion in criteria {
      let name = criterion.prefix { $0 != "]" }
      let pass = try #require(criterion.firstMatch(of: /\npass = ([0-9.]+)/)).1
      let stop = criterion.firstMatch(of: /\nstop = ([0-9.]+)/)?.1 ?? "–"
      #expect(text.contains("| `\(name)` | \(pass) | \(stop) |"))
    }
    let last = try #require(policy.firstMatch(of: /\nlast_shows = ([0-9]+)/)).1
    #expect(text.contains("`last_shows` is \(last)"))
  }
}
