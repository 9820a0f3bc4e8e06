import CExpat

/// Parses XML that arrives in pieces.
///
/// A document type is refused, and with it all entities. This is the only code of this target that
/// calls Expat.
@safe final class XMLParser {
  enum Step {
    /// Everything that was given has been parsed.
    case parsed
    /// The handler asked for a pause; the rest of the input is kept.
    case paused
  }

  private static let tokenLimit = 1 << 20
  private static let depthLimit = 100

  private let parser: XML_Parser
  private let handler: any XMLHandler
  private let name: String
  private var attributes: [(name: String, value: String)] = []
  private var depth = 0
  private var given = 0
  private var fault: String?

  /// Makes a parser of the file with this name; nil if there is not enough memory.
  init?(_ handler: any XMLHandler, name: String) {
    guard let parser = unsafe XML_ParserCreate(nil) else { return nil }
    unsafe self.parser = parser
    self.handler = handler
    self.name = name
    // The parser is freed before this object, and calls back only while this object is in use.
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser, { unsafe XMLParser.of($0)?.start($1, $2) }, { unsafe XMLParser.of($0)?.end($1) })
    unsafe XML_SetCharacterDataHandler(parser) { unsafe XMLParser.of($0)?.text($1, $2) }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
      unsafe XMLParser.of(user)?.stop(because: "has a document type")
    }
  }

  deinit { unsafe XML_ParserFree(parser) }

  /// Parses the first `count` bytes of `buffer`; `isLast` if no more will come.
  ///
  /// - Throws: `TabularError` if it is not XML, or the handler has found a fault.
  func parse(_ buffer: [UInt8], count: Int, isLast: Bool) throws(TabularError) -> Step {
    given += count
    let status = unsafe buffer.withUnsafeBytes { bytes in
      unsafe XML_Parse(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(count),
        isLast ? 1 : 0)
    }
    return try step(status)
  }

  /// Continues after a pause with the input that is kept.
  ///
  /// - Throws: as ``parse(_:count:isLast:)``.
  func resume() throws(TabularError) -> Step { try step(unsafe XML_ResumeParser(parser)) }

  private func step(_ status: XML_Status) throws(TabularError) -> Step {
    switch status {
    case XML_STATUS_OK:
      // A tag is kept until it is complete, so its length must be limited.
      let parsed = unsafe XML_GetCurrentByteIndex(parser)
      if given - parsed > Self.tokenLimit {
        throw error("has a tag longer than 1 MiB")
      }
      return .parsed
    case XML_STATUS_SUSPENDED: return .paused
    default:
      let line = unsafe XML_GetCurrentLineNumber(parser)
      if let fault { throw error(fault) }
      let code = unsafe XML_GetErrorCode(parser)
      let text = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) } ?? "no XML"
      throw error("is no XML that can be read: \(text), line \(line)")
    }
  }

  private func error(_ reason: String) -> TabularError {
    TabularError(
      reason: "the workbook is damaged: \"\(ByteSource.name(ofPath: name))\" in it \(reason)")
  }

  private static func of(_ user: UnsafeMutableRawPointer?) -> XMLParser? {
    unsafe user.map { unsafe Unmanaged<XMLParser>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(
    _ name: UnsafePointer<XML_Char>?,
    _ pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    guard fault == nil, let name = unsafe name else { return }
    depth += 1
    if depth > Self.depthLimit { return stop(because: "is nested too deeply") }
    attributes.removeAll(keepingCapacity: true)
    if var pair = unsafe pairs {
      while let key = unsafe pair[0], let value = unsafe pair[1] {
        unsafe attributes.append((Self.localName(key), String(cString: value)))
        unsafe pair += 2
      }
    }
    handler.start(unsafe Self.localName(name), attributes)
    stopIfFaulty()
  }

  private func end(_ name: UnsafePointer<XML_Char>?) {
    guard fault == nil, let name = unsafe name else { return }
    depth -= 1
    if handler.end(unsafe Self.localName(name)) { unsafe XML_StopParser(parser, 1) }
    stopIfFaulty()
  }

  private func text(_ text: UnsafePointer<XML_Char>?, _ count: Int32) {
    guard fault == nil, let text = unsafe text else { return }
    let bytes = unsafe UnsafeRawBufferPointer(start: text, count: Int(count))
    unsafe handler.text(bytes.assumingMemoryBound(to: UInt8.self).span)
    stopIfFaulty()
  }

  private func stopIfFaulty() {
    if let fault = handler.fault { stop(because: fault) }
  }

  private func stop(because fault: String) {
    if self.fault != nil { return }
    self.fault = fault
    unsafe XML_StopParser(parser, 0)
  }

  private static func localName(_ name: UnsafePointer<XML_Char>) -> String {
    let text = unsafe String(cString: name)
    guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) else { return text }
    return String(text[text.utf8.index(after: colon)...])
  }
}
