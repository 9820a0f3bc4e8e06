import LedgerCore

/// A byte of options, then a number's text.
@Sendable func checkNumber(_ bytes: [UInt8]) throws(Finding) {
  var input = FuzzInput(bytes)
  let options = input.byte()
  let marks = [".", ",", "'", " "].map { $0.utf8.first ?? 0 }
  let decimalMark = marks[options & 1]
  let thousandsMark = options & 2 == 0 ? nil : marks[(options & 1) ^ 1 | options >> 1 & 2]
  let format = NumberFormat(decimalMark: decimalMark, thousandsMark: thousandsMark)
  let text = Array(input.rest)
  let decimal = read { () throws(NumberError) in try format.decimal(text.span) }
  let integer = read { () throws(NumberError) in try format.integer(text.span) }
  if case .success(let integer) = integer {
    try expect(
      decimal == .success(Decimal(micros: Int128(integer) * 1_000_000))
        || decimal == .failure(.tooLarge) || decimal == .failure(.tooFine),
      "a whole number is the same as a decimal")
    try expect("\(integer)" == shortened(text, thousandsMark), "the digits are those of the text")
  }
  guard case .success(let decimal) = decimal else { return }
  let plain = plain(text, decimalMark, thousandsMark)
  try expect(NumberFormat.plain.reads(plain, as: decimal), "marks do not change a number")
  try expect(NumberFormat.plain.reads(decimal.text(), as: decimal), "a decimal is read back")
  for decimals in 0...6 {
    let text = decimal.text(minimumDecimals: decimals)
    try expect(NumberFormat.plain.reads(text, as: decimal), "zeros do not change a number")
    try checkRounding(decimal, decimals)
  }
}

private func checkRounding(_ decimal: Decimal, _ decimals: Int) throws(Finding) {
  let rounded = decimal.rounded(decimals: decimals)
  var unit: Int128 = 1
  for _ in decimals..<6 { unit *= 10 }
  try expect(rounded.micros % unit == 0, "a rounded number has no more decimals")
  try expect(
    (rounded.micros - decimal.micros).magnitude * 2 <= unit.magnitude,
    "a number is rounded to the nearest")
  let shown = decimal.grouped(decimals: decimals).filter { $0 != "," }.replacing("−", with: "-")
  try expect(
    NumberFormat.plain.reads(shown, as: rounded) || rounded.micros.magnitude > Int64.max.magnitude,
    "a number that is shown is the rounded one")
}

private func read<Number>(
  _ body: () throws(NumberError) -> Number
) -> Result<Number, NumberError> {
  do throws(NumberError) { return .success(try body()) } catch { return .failure(error) }
}

extension NumberFormat {
  fileprivate func reads(_ text: String, as decimal: Decimal) -> Bool {
    read { () throws(NumberError) in try self.decimal(text) } == .success(decimal)
  }
}

private func plain(_ text: [UInt8], _ decimalMark: UInt8, _ thousandsMark: UInt8?) -> String {
  let bytes = text.filter { $0 != thousandsMark }
  return String(
    decoding: bytes.map { $0 == decimalMark ? UInt8(ascii: ".") : $0 }, as: UTF8.self)
}

/// The whole number's digits without marks, zeros before and after, and a plus.
private func shortened(_ text: [UInt8], _ thousandsMark: UInt8?) -> String {
  let isNegative = text.first == UInt8(ascii: "-")
  let digits = text.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    .prefix { $0 == thousandsMark || $0 &- 0x30 < 10 }
    .filter { $0 != thousandsMark }.drop { $0 == 0x30 }
  if digits.isEmpty { return "0" }
  return (isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self)
}
