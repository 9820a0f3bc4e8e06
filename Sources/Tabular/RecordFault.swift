/// What makes a record unusable although the next one can be read.
enum RecordFault {
  case quoteInField(Int)
  case textAfterQuote(field: Int, opened: Int, closed: Int)
  case nul(offset: Int)
  case notUTF8(UInt8, offset: Int)

  /// The reason, with fields counted from 1 and bytes from 0.
  var reason: String {
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
    case .notUTF8(let byte, let offset):
      let value = String(byte, radix: 16, uppercase: true)
      return "the byte 0x\(value) at byte \(offset) is not UTF-8: "
        + "convert the file first (iconv -f WINDOWS-1252 -t UTF-8)"
    }
  }
}
