/// An Excel workbook (ECMA-376): its sheets, and what they all share.
final class Workbook {
  let sheets: [(name: String, entry: ZipEntry, isHidden: Bool)]

  private let source: ByteSource
  private let styles: [NumberStyle]
  private let strings: SharedStrings
  private let is1904: Bool

  /// Reads everything except the sheets.
  ///
  /// - Throws: `TabularError` if it is not a workbook, or is damaged.
  init(_ source: ByteSource) throws(TabularError) {
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

  /// Starts to read a sheet.
  func open(_ sheet: ZipEntry) throws(TabularError) -> (XMLStream, SheetHandler) {
    let handler = SheetHandler(strings: strings, styles: styles, is1904: is1904)
    return (try XMLStream(source, sheet, handler), handler)
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
