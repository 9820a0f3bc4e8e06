import LedgerCore
import LedgerImport
import Testing

/// Characters that nobody sees, in what tells one order from another.
struct InvisibleCharacterTests {
  private let desk = Desk()
  private static let header = "order,line,product,quantity,amount,currency,at,market\n"

  private static func row(_ order: String) -> String {
    "\(order),1,p,1,1.00,GBP,2021-12-08T18:05:00Z,UK\n"
  }

  private func load(_ orders: String...) throws -> ImportSummary {
    try desk.load(Self.header + orders.map(Self.row).joined(), as: .sales)
  }

  @Test(
    arguments: [
      ("\u{200B}o1", "U+200B"), ("o1\u{202E}", "U+202E"), ("o1\u{AD}", "U+00AD"),
      ("o\u{2060}1", "U+2060"), ("o1\u{FEFF}", "U+FEFF"), ("o1\u{E0020}", "U+E0020"),
    ] as [(String, String)])
  func `an order's number with one is rejected by its line, and the character is named`(
    order: String, character: String
  ) throws {
    let summary = try load("o1", order, "o2")
    #expect(summary.recorded == 2)
    #expect(desk.rejections.map(\.line) == [3])
    #expect(desk.said.first?.contains("holds the invisible character \(character)") == true)
  }

  @Test func `a source with one is rejected, and a product may have one`() throws {
    let header = "source,order,line,product,quantity,amount,currency,at,market\n"
    let rest = ",1,1,👩‍💻,1,1.00,GBP,2021-12-08T18:05:00Z,UK\n"
    let summary = try desk.load(header + "shop" + rest + "shop\u{200B}" + rest, as: .sales)
    #expect(summary.recorded == 1)
    #expect(desk.rejections.map(\.line) == [3])
  }

  @Test func `a byte order mark at the start of a line is dropped, and that is said`() throws {
    let summary = try load("o1", "\u{FEFF}o2", "\u{FEFF}o1")
    #expect(summary.recorded == 2)
    #expect(summary.strayMarks == 2)
    // It is the order of the first line.
    #expect(desk.rejections.map(\.line) == [4])
  }

  @Test func `a file that was put behind another is read, but for its header`() throws {
    let text = Self.header + Self.row("o1")
    let second = Self.header + "\u{FEFF}\"o2\"" + Self.row("")
    let summary = try desk.load(text + "\u{FEFF}" + second, as: .sales)
    #expect(summary.recorded == 2)
    #expect(desk.rejections.map(\.line) == [3])
    #expect(desk.said.first?.contains("the header again") == true)
  }
}
