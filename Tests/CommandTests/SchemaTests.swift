import Foundation
import Testing

/// What the program prints as JSON is what the documented schemas say.
@Suite struct SchemaTests {
  private func schema(_ name: String) throws -> JSONSchema {
    try JSONSchema(Project.root.appending(path: "docs/schema/\(name).json"))
  }

  private func json(_ text: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  @Test(arguments: [
    "--all --by product --compare previous --from 2021-12-01 --to 2021-12-31",
    "--market UK --by month --as-of 2 --credit window:24h", "--market UK,DE --currency EUR",
    "--market FR",
  ])
  func `a report keeps to its schema`(options: String) throws {
    let target = """
      ledger add-target --market UK --period 2021-12 --metric gmv_gross --value 100 \\
        --currency GBP >&2

      """
    let text = try Page.printed(by: Page.book + target + "ledger report --format json \(options)")
    #expect(try schema("report-2").faults(json(text)) == [])
  }

  @Test func `a readiness keeps to its schema`() throws {
    let text = try Page.printed(by: Page.book + "ledger readiness --format json --market UK")
    #expect(try schema("readiness-2").faults(json(text)) == [])
  }

  /// Only a release says its commit: nothing else that is built is known to be one.
  @Test func `the version keeps to its schema, and names no commit by guessing`() throws {
    let text = try Page.printed(by: "ledger --version --format json")
    #expect(try schema("version-1").faults(json(text)) == [])
    #expect(text.contains("\"commit\": null"))
    #expect(try Page.printed(by: "ledger --format=json --version") == text)
    let wrong = text.replacing("\"commit\": null", with: "\"commit\": \"unknown\"")
    #expect(try schema("version-1").faults(json(wrong)) != [])
  }

  @Test func `what is not as a schema says is found`() throws {
    let text = try Page.printed(by: Page.book + "ledger readiness --format json --market UK")
    let wrong = [
      text.replacing("\"wait\"", with: "\"perhaps\""),
      text.replacing("\"shows\"", with: "\"show\""),
      text.replacing("\"market\": \"UK\"", with: "\"market\": \"Britain\""),
      text.replacing("\"is_without_data\": true", with: "\"is_without_data\": 1"),
    ]
    for text in wrong {
      #expect(try schema("readiness-2").faults(json(text)) != [])
    }
  }
}
