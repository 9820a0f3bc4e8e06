/// What Python's codecs make of every character, by `scripts/make-encodings`.
enum EncodingDigests {
  static let gb18030: UInt64 = 0x531cbc331eceea91
  static let windows1252: UInt64 = 0x7600bdc5379b1032
  static let latin1: UInt64 = 0x73c4651f941fdc25
}
