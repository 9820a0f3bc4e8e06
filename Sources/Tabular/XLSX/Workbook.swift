/// An Excel workbook (ECMA-376): its sheets, and what they all share.
package final class Workbook {
  let sheets: [(name: String, entry: ZipEntry, isHidden: Bool)]

  let source: ByteSource
  private let styles: [NumberStyle]
  private let strings: SharedStrings
  private let is1904: Bool

  /// Reads everything except the sheets.
  ///
  /// - Throws: `TabularError` if it is not a workbook, is protected by a password, or is damaged.
  package init(_ source: ByteSource) throws(TabularError) {
    let source = try source.seekable()
    try Self.checkKind(of: source)
    self.source = source
    let entries = try ZipDirectory(source).entries
    let root = try Self.relations(of: "", in: source, entries)
    let main =
      root.values.first { $0.type == "officeDocument" }.map { Self.path($0.target, in: "") }
      ?? "xl/workbook.xml"
    guard let entry = entries[main] else {
      throw TabularError(reason: "is a zip file, but no Excel workbook (xlsx)")
    }
    if main.hasSuffix(".bin") {
      throw TabularError(reason: "is a binary Excel workbook (xlsb): save it as xlsx or CSV UTF-8")
    }
    let workbook = WorkbookHandler()
    try XMLStream.parse(source, entry, workbook)
    is1904 = workbook.is1904
    let relations = try Self.relations(of: main, in: source, entries)
    let folder = Self.folder(of: main)
    func part(_ type: String) -> ZipEntry? {
      relations.values.first { $0.type == type }.flatMap {
        entries[Self.path($0.target, in: folder)]
      }
    }
    sheets = workbook.sheets.compactMap { sheet in
      guard let relation = relations[sheet.relation], relation.type == "worksheet",
        let entry = entries[Self.path(relation.target, in: folder)]
      else { return nil }
      return (sheet.name, entry, sheet.isHidden)
    }
    if sheets.isEmpty {
      throw TabularError(reason: "is an Excel workbook without a sheet of cells")
    }
    let style = StyleHandler()
    if let entry = part("styles") { try XMLStream.parse(source, entry, style) }
    styles = style.styles
    let shared = SharedStringHandler()
    if let entry = part("sharedStrings") { try XMLStream.parse(source, entry, shared) }
    strings = shared.strings
  }

  /// The sheets with a header for which this is true in one of their first rows, in their order.
  ///
  /// - Throws: `TabularError` if a sheet is damaged.
  package func sheets(
    with isHeader: @escaping ([String]) -> Bool
  ) throws(TabularError) -> [(name: String, isHidden: Bool)] {
    var found: [(name: String, isHidden: Bool)] = []
    for sheet in sheets {
      let (rows, handler) = try open(sheet.entry)
      if try XLSXReader.seek(.matching(isHeader), rows, handler) {
        found.append((sheet.name, sheet.isHidden))
      }
    }
    return found
  }

  /// Decompresses a sheet to its end, which compares its checksum.
  ///
  /// - Throws: `TabularError` if it is damaged.
  package func checkWhole(sheet name: String) throws(TabularError) {
    guard let entry = sheets.first(where: { $0.name == name })?.entry else { return }
    let position = source.position
    defer { source.position = position }
    var reader = try ZipEntryReader(source, entry)
    var buffer = [UInt8](repeating: 0, count: 256 * 1024)
    while try reader.read(into: &buffer) > 0 {}
  }

  /// Starts to read a sheet.
  func open(_ sheet: ZipEntry) throws(TabularError) -> (XMLStream, SheetHandler) {
    let handler = SheetHandler(strings: strings, styles: styles, is1904: is1904)
    return (try XMLStream(source, sheet, handler), handler)
  }

  private static func checkKind(of source: ByteSource) throws(TabularError) {
    let head = try source.peek()
    if head.isEmpty { throw TabularError(reason: "is empty") }
    let kind = FileKind(head)
    if kind == .xls {
      throw TabularError(
        reason: try isEncrypted(source)
          ? "is an Excel workbook protected with a password: save it without one"
          : "is an old Excel workbook (xls): save it as xlsx")
    }
    if let kind, kind != .xlsx, kind != .zip { throw TabularError(reason: kind.advice) }
    if kind == nil {
      throw TabularError(reason: "is no Excel workbook (xlsx), though it was said to be one")
    }
  }

  /// Whether a compound file holds an encrypted workbook, by a name in its directory, in UTF-16,
  /// which may stand anywhere.
  private static func isEncrypted(_ source: ByteSource) throws(TabularError) -> Bool {
    let name = "EncryptedPackage".utf8.reduce(into: [UInt8]()) { $0 += [$1, 0] }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    var offset = 0
    while true {
      let count = try source.read(bytes.count, from: offset, into: &bytes)
      if bytes[..<count].contains(name) { return true }
      if count < bytes.count { return false }
      offset += count - name.count
    }
  }

  private typealias Relations = [String: (type: String, target: String)]

  private static func relations(
    of part: String, in source: ByteSource, _ entries: [String: ZipEntry]
  ) throws(TabularError) -> Relations {
    let folder = folder(of: part)
    let name = part.dropFirst(folder.count)
    guard let entry = entries["\(folder)_rels/\(name).rels"] else { return [:] }
    let handler = RelationHandler()
    try XMLStream.parse(source, entry, handler)
    return handler.targets
  }

  /// The path up to and including the last slash.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  private static func path(_ target: String, in folder: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/")
    for part in target.split(separator: "/") {
      switch part {
      case "..": _ = parts.popLast()
      case ".": break
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
