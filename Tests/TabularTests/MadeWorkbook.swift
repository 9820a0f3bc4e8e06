@testable import Tabular

/// A small workbook, put together here from the XML of its parts.
struct MadeWorkbook {
  /// The rows of each sheet, as XML.
  var sheets: [(name: String, rows: String)]
  var strings: [String] = []
  var styles = ""
  var is1904 = false
  var isHidden: Set<String> = []
  /// Parts that stand in the place of those above, or beside them.
  var others: [String: String] = [:]

  init(_ rows: String) { sheets = [("Sheet1", rows)] }

  init(sheets: [(name: String, rows: String)]) { self.sheets = sheets }

  var parts: [(name: String, text: String)] {
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func relations(_ targets: [(id: String, type: String, target: String)]) -> String {
      "<Relationships>"
        + targets.map {
          "<Relationship Id=\"\($0.id)\" Type=\"\(type)/\($0.type)\" Target=\"\($0.target)\"/>"
        }.joined() + "</Relationships>"
    }
    let numbered = sheets.enumerated()
    var parts = [
      ("[Content_Types].xml", "<Types/>"),
      ("_rels/.rels", relations([("r", "officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"\(type)\"><workbookPr date1904=\"\(is1904 ? 1 : 0)\"/><sheets>"
          + numbered.map { index, sheet in
            "<sheet name=\"\(sheet.name)\" sheetId=\"\(index)\" r:id=\"s\(index)\""
              + (isHidden.contains(sheet.name) ? " state=\"hidden\"" : "") + "/>"
          }.joined() + "</sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        relations(
          numbered.map { ("s\($0.offset)", "worksheet", "worksheets/s\($0.offset).xml") }
            + [
              ("a", "styles", "/xl/styles.xml"), ("b", "sharedStrings", "./sharedStrings.xml"),
            ])
      ),
      ("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>"),
      (
        "xl/sharedStrings.xml",
        "<sst>" + strings.map { $0.hasPrefix("<si>") ? $0 : "<si><t>\($0)</t></si>" }.joined()
          + "</sst>"
      ),
    ]
    parts += numbered.map { index, sheet in
      (
        "xl/worksheets/s\(index).xml",
        "<worksheet><dimension ref=\"A1\"/><sheetData>\(sheet.rows)</sheetData></worksheet>"
      )
    }
    return parts.map { ($0.0, others[$0.0] ?? $0.1) }
      + others.filter { other in !parts.contains { $0.0 == other.key } }.map { ($0.key, $0.value) }
  }

  var bytes: [UInt8] { Self.zip(parts.map { ($0.name, Array($0.text.utf8)) }) }

  /// A zip file whose entries are stored as they are.
  static func zip(_ files: [(name: String, bytes: [UInt8])], flags: Int = 0) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in files {
      let sum = Int(Inflater.checksum(0, content, count: content.count))
      let common =
        number(flags, 2) + number(0, 2) + number(0, 4) + number(sum, 4)
        + number(content.count, 4) + number(content.count, 4) + number(name.utf8.count, 2)
        + number(0, 2)
      directory += number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + common
      directory += number(0, 10) + number(bytes.count, 4) + Array(name.utf8)
      bytes += number(0x0403_4B50, 4) + number(20, 2) + common + Array(name.utf8) + content
    }
    let end =
      number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2) + number(files.count, 2)
      + number(directory.count, 4) + number(bytes.count, 4) + number(0, 2)
    return bytes + directory + end
  }
}
