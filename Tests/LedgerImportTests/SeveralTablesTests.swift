import Foundation
import LedgerCore
import LedgerImport
import Tabular
import Testing

/// A workbook of several sheets, and a zip file of several files.
struct SeveralTablesTests {
  private let ledger = MemoryLedger()

  private func load(
    _ name: String, sheet: String? = nil
  ) throws -> (summary: ImportSummary, remarks: [ImportRemark], said: [String]) {
    var (remarks, said): ([ImportRemark], [String]) = ([], [])
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "TabularTests/Fixtures/\(name)").path()
    let importer = Importer(repository: ledger, reference: reference, zone: zone)
    let summary = try importer.run(
      ByteSource(path: path), as: .sales,
      adapting: { profile throws(ProfileError) in profile.settingTimeZone("+00:00") },
      layout: FileLayout(sheet: sheet),
      draft: { _ in Entry.Draft(recordedAt: .earliest, command: "import") },
      onRejection: { said.append($0.description.replacing(path, with: name)) },
      onRemark: { remarks.append($0) })
    return (summary, remarks, said)
  }

  private var orders: [String] { ledger.sales.values.map(\.key.order).sorted() }

  @Test func `all visible sheets with the columns are read, and named`() throws {
    let (summary, remarks, said) = try load("two-sheets.xlsx")
    #expect(remarks == [.sheet("Nov", headerRow: 1), .sheet("Dec", headerRow: 1)])
    #expect([summary.rows, summary.recorded] == [2, 2])
    #expect(summary.isWhole)
    #expect(said == [])
    #expect(try load("two-sheets.xlsx").summary.alreadyRecorded == 2)
    #expect(try load("two-sheets.xlsx", sheet: "Dec").summary.rows == 1)
  }

  @Test func `a hidden sheet is read only where it is named, and is named where it is not`() throws
  {
    let (summary, remarks, _) = try load("hidden-sheet.xlsx")
    #expect(remarks == [.sheet("New", headerRow: 1)])
    #expect(summary.recorded == 1)
    #expect(summary.omissions == [.hiddenSheet("Old")])
    let old = try load("hidden-sheet.xlsx", sheet: "Old").summary
    #expect([old.rows, Int64(old.omissions.count)] == [1, 0])
  }

  @Test func `all tables in a zip file are read, and each file is named`() throws {
    let (summary, remarks, said) = try load("several.zip")
    #expect(
      remarks == [
        .member("a/november.csv"), .member("b/december.csv"), .member("prices.csv"),
        .memberNotRead("prices.csv"), .memberNotRead("read.me"),
      ])
    #expect([summary.rows, summary.recorded, summary.rejected] == [3, 2, 1])
    #expect(orders == ["1", "2"])
    #expect(said.first?.hasPrefix("several.zip/b/december.csv:3: column \"quantity\"") == true)
  }
}
