import LedgerCore
import Testing

struct ReceiptTests {
  private let digest = String(repeating: "0a", count: 32)

  @Test func `a receipt is read as it is written`() throws {
    let receipt = try Receipt(reading: "12:\(digest)")
    #expect(receipt == Receipt(entry: 12, digest: digest))
    #expect(try Receipt(reading: "12:\(digest.uppercased())") == receipt)
    #expect(try Receipt(reading: receipt.description) == receipt)
  }

  @Test(arguments: [
    ("", "is not a receipt"), ("1", "is not a receipt"), ("1:2:3", "is not a receipt"),
    (":00", "does not begin with the number of an entry"),
    ("0:00", "does not begin with the number of an entry"),
    ("x:00", "does not begin with the number of an entry"),
    ("1:", "has a digest of 0 hexadecimal digits, not 64"),
    ("1:0000", "has a digest of 4 hexadecimal digits, not 64"),
    ("1:00…", "has a digest that is not hexadecimal"),
  ])
  func `what is wrong with a receipt is said`(_ text: String, _ reason: String) {
    #expect {
      try Receipt(reading: text)
    } throws: { "\($0)".contains(reason) }
    #expect(Receipt(text) == nil)
  }
}
