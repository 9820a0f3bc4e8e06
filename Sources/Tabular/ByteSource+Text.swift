/// Text that is turned into UTF-8 on the way.
struct DecodedText {
  let encoding: TextEncoding
  private var decoder: TextDecoder
  /// What has been decoded but not yet returned.
  private var pending: [UInt8] = []

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
    decoder = TextDecoder(encoding)
  }

  /// Reads text into `buffer` from `index` on; returns 0 at the end, `nil` at a pause.
  ///
  /// `read`: reads more of the file into its argument; returns `nil` at a pause.
  mutating func read(
    into buffer: inout [UInt8], at index: Int,
    from read: (inout [UInt8]) throws(TabularError) -> Int?
  ) throws(TabularError) -> Int? {
    var piece = [UInt8](repeating: 0, count: pending.isEmpty ? 64 * 1024 : 0)
    while pending.isEmpty {
      guard let count = try read(&piece) else { return nil }
      if count == 0 {
        decoder.finish(into: &pending)
        break
      }
      decoder.decode(piece[..<count], into: &pending)
    }
    let count = min(pending.count, buffer.count - index)
    buffer.replaceSubrange(index..<index + count, with: pending[..<count])
    pending.removeFirst(count)
    return count
  }
}

extension ByteSource {
  /// How the text is written, which is returned as UTF-8.
  package var encoding: TextEncoding { text?.encoding ?? .utf8 }

  /// From now on, returns text of another encoding as UTF-8.
  ///
  /// A byte that is not text in it becomes bytes that are not UTF-8.
  package func decode(_ encoding: TextEncoding) {
    text = encoding == .utf8 ? nil : DecodedText(encoding)
  }

  /// The encoding that the first bytes show without a doubt; `nil` where they do not.
  ///
  /// - Throws: as ``read(into:at:)``.
  package func evidentEncoding() throws(TabularError) -> TextEncoding? {
    let head = Array(try peek().prefix(4))
    guard FileKind(head[...]) == .utf16 else { return nil }
    return head[0] == 0xFE || head[0] == 0 ? .utf16BE : .utf16LE
  }

  /// The first bytes, as UTF-8 if they are text in this encoding.
  package func peek(as encoding: TextEncoding) throws(TabularError) -> ArraySlice<UInt8> {
    let head = try peek()
    guard encoding != .utf8, FileKind(head) == nil || FileKind(head) == .utf16 else { return head }
    var decoder = TextDecoder(encoding)
    var text: [UInt8] = []
    decoder.decode(head, into: &text)
    return text[...]
  }

  /// The fault of a record in which a byte is not text.
  func textFault(
    _ record: ArraySlice<UInt8>, at index: Int, field: Int?, offset: Int
  ) -> RecordFault {
    let byte = TextDecoder.byte(markedBy: record[index...]) ?? record[index]
    let likely = encoding == .utf8 ? TextEncoding.likely(for: record) : []
    return .notText(byte, in: encoding, field: field, offset: offset, likely: likely)
  }
}
