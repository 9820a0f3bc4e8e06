import LedgerCore
import LedgerRenderings
import Testing

@Suite struct SchemaRenderingTests {
  static let goldens =
    SchemaFormat.allCases.map { form in
      Golden("schema/all.\(form.fileExtension)") {
        form.render(
          Schemas.all, footer: "Ask for one by its name.", origin: "Made up by a test.")
      }
    } + [
      Golden("schema/page.txt") {
        SchemaFormat.text.render(
          [Schemas.all[0]], asking: { "ask \"\($0)\"" }, origin: "Made up by a test.")
      },
      Golden("schema/datasette.json") {
        DatasetteMetadata.text(
          path: "books/shop.2022.db", relations: Schemas.all, queries: try Schemas.questions(),
          statement: \.statement)
      },
    ]

  @Test(arguments: goldens)
  func `a schema is what its golden files hold`(golden: Golden) throws { try golden.check() }
}
