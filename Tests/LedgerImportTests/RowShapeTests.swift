import LedgerCore
import LedgerImport
import Testing

struct RowShapeTests {
  private let desk = Desk()

  private static let start = """
    records = "sales"
    line = "position"
    columns = { order = "Order", quantity = "Qty", amount = "Amount" }
    constants = { product = "x", market = "UK", currency = "GBP", at = "2021-12-08T17:00Z" }

    """

  private func profile(_ toml: String) throws -> Profile {
    try Profile(toml: toml + Self.start, name: "p.toml")
  }

  private func profile(skipping toml: String) throws -> Profile {
    try Profile(toml: Self.start + toml, name: "p.toml")
  }

  private func complaint(_ toml: String) -> String? {
    do {
      _ = try Profile(toml: toml, name: "p.toml")
      return nil
    } catch { return error.description }
  }

  private var orders: [String] { desk.ledger.sales.keys.map(\.order).sorted() }

  @Test func `rows are skipped by how they stand in the table`() throws {
    let profile = try profile(
      skipping: """
        [[skip]]
        name = "note"
        cells = "fewer"
        [[skip]]
        name = "total"
        first_cell = { one_of = ["total", "Summe"] }
        [[skip]]
        name = "summary"
        after = "blank row"
        """)
    let text = """
      Order,Qty,Amount

      A,1,5
      Continued on the next page
      B,2,"1
      0"
      TOTAL,3,x
      C,x,5
      C,1,2,3

      D,1,5
      ,,
      E,1,5

      """
    let summary = try desk.load(text, as: .sales, profile)
    #expect(orders == ["A"])
    #expect(
      summary.skippedByName == ["note": 1, "total": 1, "summary": 2, "blank row": 1])
    // What is wrong otherwise is still rejected.
    #expect(desk.rejections.map(\.line) == [5, 8, 9])
  }

  @Test func `without a rule a short row is rejected`() throws {
    let summary = try desk.load("Order,Qty,Amount\nA,1,5\nend\n", as: .sales, profile(""))
    #expect(summary.rejected == 1)
  }

  @Test func `several spaces are a delimiter`() throws {
    let text = """
      Order       Qty  Amount
      A 1           1   10.50
        B  2\t3.00

      C           1
      """
    let summary = try desk.load(text, as: .sales, profile("delimiter = \"spaces\"\n"))
    #expect(
      desk.lines == [
        "sale A 1/1 1 10.50 GBP at 2021-12-08T17:00:00Z",
        "sale B/1 2 3.00 GBP at 2021-12-08T17:00:00Z",
      ])
    #expect(summary.rejected == 1)
    #expect(
      desk.said == ["a.csv:5: too short: 2 fields, while the header has 3"])
    #expect(desk.rejections.map { String(decoding: $0.rawRecord, as: UTF8.self) } == ["C,1"])
  }

  @Test func `columns have fixed places, counted in characters`() throws {
    let text = """
      Order     QtyAmount
      Größe 1  12  10.50
      B          2  3.00
      C          1

      """
    let summary = try desk.load(text, as: .sales, profile("fixed_columns = [1, 11, 14]\n"))
    #expect(
      desk.lines == [
        "sale B/1 2 3.00 GBP at 2021-12-08T17:00:00Z",
        "sale Größe 1  1/1 2 10.50 GBP at 2021-12-08T17:00:00Z",
      ])
    #expect(summary.rejected == 1)
    #expect(
      desk.said == [#"a.csv:4: column "Amount", value "": is empty: a sale has all of its numbers"#]
    )
  }

  @Test(arguments: [
    (
      "[[skip]]\ncells = \"less\"",
      #"key "skip.cells" is not "fewer", that is, than the header has"#
    ),
    ("[[skip]]\nafter = \"blank\"", #"key "skip.after" is not "blank row""#),
    (
      "[[skip]]\nafter = \"blank row\"\nwhen = { quantity = \"zero\" }",
      #"key "skip.after" stands next to when: make two rules of them"#
    ),
    (
      "[[skip]]\nfirst_cell = \"negative\"",
      #"key "skip.first_cell" tests for "negative", which is not one of "empty", "present", "#
        + "{ equals = \"…\" }, { begins = \"…\" }, { one_of = […] }, { not_one_of = […] }"
    ),
    (
      "fixed_columns = [1, 5, 5]",
      #"key "fixed_columns" lists the characters at which the columns begin, in ascending order, "#
        + "from 1 on"
    ),
    (
      "fixed_columns = \"1, 5\"",
      #"key "fixed_columns" is of type string, not a list of whole numbers"#
    ),
    (
      "delimiter = \"spaces\"\nfixed_columns = [1, 5]",
      #"key "fixed_columns" stands next to delimiter: leave one of them out"#
    ),
  ])
  func `shapes that are none are refused`(_ toml: String, _ reason: String) {
    #expect(complaint("records = \"sales\"\n" + toml) == "p.toml: " + reason)
  }
}
