import LedgerCore
import LedgerRenderings
import Testing

/// The names of these golden files are not those of an export, whose `schema.sql` would be taken
/// for one of the project's.
@Suite struct ExportRenderingTests {
  static let goldens = [
    Golden("export/book.csv") {
      String(decoding: ExportText.book(schemaVersion: 12, lastEntry: 42), as: UTF8.self)
    },
    Golden("export/schema.txt") {
      Schemas.all.map { ExportText.schema($0.sql) }.joined()
    },
    Golden("export/table.csv") {
      var table = ExportText.Table(columns: Answers.names)
      for row in Answers.rows { table.append(row) }
      return String(decoding: table.take(), as: UTF8.self)
    },
    Golden("export/manifest.txt") { ExportText.manifest(try files()) },
  ]

  private static func files() throws -> [(name: String, digest: String)] {
    let names = [ExportText.bookFile, ExportText.schemaFile, ExportText.file(ofTable: "sale")]
    return try names.enumerated().map { place, name in
      let entry = try Books.entry(Int64(9 - place), "init", at: "2022-01-01T00:00Z")
      return (name, entry.digest ?? "")
    }
  }

  @Test(arguments: goldens)
  func `an export is what its golden files hold`(golden: Golden) throws { try golden.check() }

  @Test func `a manifest names the files that were put into it`() throws {
    let files = try Self.files()
    let lines = ExportText.manifest(files).split(separator: "\n")
    let read = lines.compactMap { ExportText.file(inManifestLine: $0) }
    #expect(Set(read.map(\.name)) == Set(files.map(\.name)))
    #expect(Set(read.map(\.digest)) == Set(files.map(\.digest)))
  }
}
