import LedgerCore
import TestSupport
import Testing

@Suite struct NumberFormatTests {
  private static let comma = NumberFormat(decimalMark: UInt8(ascii: ","), thousandsMark: nil)
  private static let english = NumberFormat(
    decimalMark: UInt8(ascii: "."), thousandsMark: UInt8(ascii: ","))
  private static let german = NumberFormat(
    decimalMark: UInt8(ascii: ","), thousandsMark: UInt8(ascii: "."))

  private func error(_ text: String, _ format: NumberFormat = .plain) -> NumberError? {
    do throws(NumberError) {
      let decimal = try format.decimal(text)
      Issue.record("\(text) was read as \(decimal.text())")
      return nil
    } catch {
      return error
    }
  }

  @Test(
    arguments: [
      ("0", 0), ("19.99", 19_990_000), ("-19.99", -19_990_000), ("+5", 5_000_000), ("-0", 0),
      ("0.000001", 1), ("-0.000001", -1), ("0.001", 1000), ("007", 7_000_000),
      ("1.500000", 1_500_000), ("1.50000000000000000000000", 1_500_000),
      ("9223372036854.775807", Int128(Int64.max)), ("-9223372036854.775807", -Int128(Int64.max)),
    ] as [(String, Int128)])
  func `a number is read exactly`(text: String, micros: Int128) throws {
    #expect(try NumberFormat.plain.decimal(text).micros == micros)
  }

  @Test(arguments: [
    "", " ", "1 ", " 1", "-", "+", ".", "-.", "--5", "+-5", "5-", "1.", ".5", "1..2", "1.2.3",
    "1e3",
    "1e309", "1E5", "nan", "inf", "-inf", "infinity", "0x10", "1_000", "1,234.56", "19,99", "١٢٣",
    "１２", "½", "£5", "5 GBP", "1\0", "1\n", "−5", "(5)", "5%",
  ])
  func `what is not written like 1234.56 is refused`(text: String) {
    #expect(error(text) == .notANumber)
  }

  @Test(arguments: [
    "9223372036854.775808", "9223372036855", "9223372036854775808", "99999999999999999999999999",
    "-9223372036855",
  ])
  func `a number beyond 64 bits of millionths is refused as too large`(text: String) {
    #expect(error(text) == .tooLarge)
  }

  @Test(arguments: ["0.0000001", "1.2345678", "0.1234560000001"])
  func `a seventh decimal that is not zero is refused`(text: String) {
    #expect(error(text) == .tooFine)
  }

  @Test func `a decimal comma is read where it is stated`() throws {
    #expect(try Self.comma.decimal("19,99").micros == 19_990_000)
    #expect(error("19.99", Self.comma) == .notANumber)
  }

  @Test(
    arguments: [
      ("1,234.56", 1_234_560_000), ("1234.56", 1_234_560_000), ("12,345,678", 12_345_678_000_000),
      ("-1,000", -1_000_000_000), ("999", 999_000_000), ("0,123", 123_000_000),
    ] as [(String, Int128)])
  func `thousands may be apart where the mark is stated`(text: String, micros: Int128) throws {
    #expect(try Self.english.decimal(text).micros == micros)
    let german = String(text.map { $0 == "," ? "." : $0 == "." ? "," : $0 })
    #expect(try Self.german.decimal(german).micros == micros)
  }

  @Test(arguments: [
    "1,23", "12,34.5", "1,2345", "1234,567", ",123", "1,,234", "1,234,", "1,234.567,8", "1.234,56",
  ])
  func `thousands that are not apart by threes are refused`(text: String) {
    #expect(error(text, Self.english) == .notANumber)
  }

  private func integer(_ text: String) throws(NumberError) -> Int64 {
    try NumberFormat.plain.integer(Array(text.utf8).span)
  }

  @Test(
    arguments: [
      ("0", 0), ("-7", -7), ("6.0", 6), ("6.000", 6), ("9223372036854775807", .max),
      ("-9223372036854775807", -.max),
    ] as [(String, Int64)])
  func `a whole number may have decimals that are zero`(text: String, number: Int64) throws {
    #expect(try integer(text) == number)
  }

  @Test(
    arguments: [
      ("6.5", .notWhole), ("6.01", .notWhole), ("6.", .notANumber), ("6.0x", .notANumber),
      ("9223372036854775808", .tooLarge), ("1e3", .notANumber), ("", .notANumber),
    ] as [(String, NumberError)])
  func `what is not a whole number is refused with the reason`(text: String, reason: NumberError) {
    #expect(throws: reason) { try integer(text) }
  }

  @Test func `a number's text reads back as the same number`() throws {
    var random = SeededGenerator(for: "number round trip")
    for _ in 0..<3000 {
      let bits = Int.random(in: 1...63, using: &random)
      let limit = Int64.max >> (63 - bits)
      let micros = Int64.random(in: -limit...limit, using: &random)
      let decimal = Decimal(micros: Int128(micros))
      for decimals in [0, 2, 6] {
        let text = decimal.text(minimumDecimals: decimals)
        #expect(try NumberFormat.plain.decimal(text) == decimal, "SEED=\(random.seed)")
      }
    }
  }
}
