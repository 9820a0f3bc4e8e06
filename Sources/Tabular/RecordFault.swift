/// What makes a record unusable although the next one can be read.
enum RecordFault {
  case quoteInField(Int)
  case textAfterQuote(field: Int, opened: Int, closed: Int)
  case nul(offset: Int)
  /// `field`: in which it is, counted from 1; `offset`: its byte in the file; `likely`: what the
  /// text may be in.
  case notText(UInt8, in: TextEncoding, field: Int?, offset: Int, likely: [TextEncoding])

  /// The reason, with fields counted from 1, or by their names in a header, and bytes from 0.
  func reason(_ header: [String] = []) -> String {
    switch self {
    case .quoteInField(let field):
      return "field \(field) has a quote in it but does not begin with one: "
        + "quote the whole field and double the quote"
    case .textAfterQuote(let field, let opened, let closed):
      let place = opened == closed ? "" : " on line \(closed) (opened on line \(opened))"
      return "text after the quote that closes field \(field)\(place): "
        + "double a quote that belongs to the text"
    case .nul(let offset):
      return "a NUL at byte \(offset)"
    case .notText(let byte, let encoding, let field, let offset, let likely):
      let place = field.map { field in
        let names = header.indices.contains(field - 1) ? header[field - 1] : ""
        return names.isEmpty ? " in field \(field)" : " in column \"\(names)\""
      }
      let value = String(byte, radix: 16, uppercase: true)
      guard encoding == .utf8 else {
        return "the byte 0x\(value)\(place ?? "") is not text in \(encoding.rawValue)"
      }
      let names = likely.map(\.rawValue).joined(separator: " or ")
      return "the byte 0x\(value) at byte \(offset)\(place ?? "") is not UTF-8 but may be \(names)"
        + TextEncoding.advice
    }
  }
}
