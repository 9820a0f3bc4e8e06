import LedgerCore
import LedgerImport
import Tabular
import Testing

/// What an import says of the first rows, cell by cell.
struct ExplanationTests {
  @Test func `each cell that is read is said, and what the row becomes`() throws {
    let toml = """
      records = "sales"
      source = "till"
      time_zone = "UTC"
      [columns]
      order = "No"
      line = "Line"
      product = "What"
      quantity = "Pieces"
      amount = "Paid"
      at = "When"
      [constants]
      market = "UK"
      currency = "GBP"
      [[skip]]
      name = "gift"
      when = { amount = "zero" }
      [[movement]]
      kind = "refund"
      at = ["When"]
      amount = "Back"
      when_column = { "Back" = "positive" }
      """
    let file = """
      No,Line,What,Pieces,Paid,When,Back,Till
      1,1,mug,2,9.00,2026-09-01T10:00,4.50,a
      2,1,mug,1,0,2026-09-01T10:00,0,a
      3,1,mug,x,1,2026-09-01T10:00,0,a
      4,1,mug,1,1,2026-09-01T10:00,0,a
      """
    var texts: [String] = []
    let importer = Importer(repository: MemoryLedger(), reference: reference, zone: zone)
    _ = try importer.run(
      ByteSource(bytes: Array(file.utf8), name: "a.csv"), as: nil,
      profile: Profile(toml: toml, name: "till.toml"),
      draft: { _ in Entry.Draft(recordedAt: .earliest, command: "import") },
      onRemark: { if case .explained(let text) = $0 { texts.append(text) } }, explains: true)
    #expect(texts.count == 4)
    #expect(
      Array(texts.prefix(3)) == [
        """
        line 2
          column "No", value "1": order
          column "Line", value "1": line
          column "What", value "mug": product
          column "Pieces", value "2": quantity
          column "Paid", value "9.00": amount, tested to skip
          column "When", value "2026-09-01T10:00": at, time of a refund
          column "Back", value "4.50": amount of a refund, tested for a refund
          becomes sale of order "1", line 1, of source "till": product "mug", quantity 2, \
        amount 9.00 GBP, at 2026-09-01T10:00:00Z, market UK
          becomes refund of order "1", line 1, of source "till": product "mug", quantity -2, \
        amount -4.50 GBP, at 2026-09-01T10:00:00Z, market UK
        """,
        """
        line 3
          column "No", value "2": order
          column "Line", value "1": line
          column "What", value "mug": product
          column "Pieces", value "1": quantity
          column "Paid", value "0": amount, tested to skip
          column "When", value "2026-09-01T10:00": at, time of a refund
          column "Back", value "0": amount of a refund, tested for a refund
          is skipped: gift
        """,
        """
        line 4
          column "No", value "3": order
          column "Line", value "1": line
          column "What", value "mug": product
          column "Pieces", value "x": quantity
          column "Paid", value "1": amount, tested to skip
          column "When", value "2026-09-01T10:00": at, time of a refund
          column "Back", value "0": amount of a refund, tested for a refund
          is rejected: line:4: column "Pieces", value "x": is not a number written like 1234.56
        """,
      ])
  }
}
