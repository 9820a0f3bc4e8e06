/// Reads the styles of cells; only how they show a number matters.
final class StyleHandler: XMLHandler {
  /// The styles, by the index that a cell gives as its style.
  private(set) var styles: [NumberStyle] = []
  private(set) var fault: String?

  private var formats: [Int: NumberStyle] = [:]
  private var isInCellStyles = false

  func start(_ name: String, _ attributes: [(name: String, value: String)]) {
    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    switch name {
    case "numFmt":
      if let id = value("numFmtId").flatMap({ Int($0) }), let code = value("formatCode") {
        formats[id] = NumberStyle(code: code)
      }
    case "cellXfs": isInCellStyles = true
    case "xf" where isInCellStyles:
      let id = value("numFmtId").flatMap { Int($0) } ?? 0
      styles.append(formats[id] ?? NumberStyle(builtIn: id))
    default: break
    }
    if formats.count + styles.count > 100_000 { fault = "has more than 100,000 styles" }
  }

  func end(_ name: String) -> Bool {
    if name == "cellXfs" { isInCellStyles = false }
    return false
  }

  func text(_ bytes: Span<UInt8>) {}
}
