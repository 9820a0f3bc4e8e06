import LedgerCore
import LedgerRenderings
import Testing

@Suite struct SchemaRenderingTests {
  static let goldens = [
    Golden("schema/list.txt") { SchemaText.list(Schemas.all, footer: "Ask for one by its name.") },
    Golden("schema/page.txt") {
      SchemaText.page(Schemas.all[0], asking: { "ask \"\($0)\"" })
    },
    Golden("schema/all.md") { SchemaMarkdown.page(Schemas.all, origin: "Made up by a test.") },
    Golden("schema/all.json") { SchemaJSON.text(Schemas.all) },
    Golden("schema/all.svg") { SchemaDiagram.svg(Schemas.all) },
    Golden("schema/datasette.json") {
      DatasetteMetadata.text(
        database: "shop.2022", relations: Schemas.all, queries: try Schemas.questions(),
        statement: \.statement)
    },
  ]

  @Test(arguments: goldens)
  func `a schema is what its golden files hold`(golden: Golden) throws { try golden.check() }
}
