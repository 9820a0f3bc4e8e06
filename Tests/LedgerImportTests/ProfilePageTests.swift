import Foundation
import LedgerCore
import LedgerImport
import Testing

/// The example of a whole profile that docs/import.md gives is a profile, and reads its file.
struct ProfilePageTests {
  private func page() throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let file = folder.appending(path: "../../docs/import.md")
    return try String(contentsOf: file, encoding: .utf8)
  }

  private func block(_ language: String, after heading: String) throws -> String {
    let text = try page()
    let section = try #require(text.components(separatedBy: "\n### \(heading)\n").dropFirst().first)
    let block = try #require(section.components(separatedBy: "```\(language)\n").dropFirst().first)
    return try #require(block.components(separatedBy: "```").first)
  }

  @Test func `the whole profile of the page reads its file`() throws {
    let heading = "A whole profile"
    // The tests' zones are offsets.
    let profile = try Profile(toml: block("toml", after: heading), name: "till.toml")
      .settingTimeZone("+01:00")
    let desk = Desk()
    let summary = try desk.load(block("csv", after: heading), as: .sales, profile)
    #expect(
      desk.lines == [
        "refund 7/Berlin/1 -1 -10.00 EUR at 2026-10-26T09:00:00Z",
        "sale 7/Berlin/1 2 20.00 EUR at 2026-10-25T00:30:00Z",
        "sale 8/Berlin/1 1 10.00 EUR at 2026-10-25T01:30:00Z",
      ])
    #expect(
      desk.ledger.sales.values.allSatisfy { $0.product == "Heat brush" })
    #expect(summary.skippedByName == ["total": 1])
    #expect(summary.rejected == 0)
  }

  @Test func `each part of a profile on the page is TOML that a profile may have`() throws {
    var count = 0
    for part in try page().components(separatedBy: "```toml\n").dropFirst() {
      let toml = try #require(part.components(separatedBy: "```").first)
      let order = "[columns]\norder = \"Order\"\n"
      let kind = "[kind]\ncolumn = \"Type\"\n"
      let ends = toml.contains("[columns]") ? [""] : ["", order, order + kind]
      let kinds = toml.contains("records = ") ? [""] : ["sales", "audience", "shows"]
      let wholes = kinds.flatMap { kind in
        ends.map { (kind.isEmpty ? "" : "records = \"\(kind)\"\n") + toml + "\n" + $0 }
      }
      let faults = wholes.compactMap { whole -> String? in
        do {
          _ = try Profile(toml: whole, name: "p.toml")
          return nil
        } catch { return "\(error)" }
      }
      #expect(faults.count < wholes.count, "\(faults)\n\(toml)")
      count += 1
    }
    #expect(count > 15)
  }
}
