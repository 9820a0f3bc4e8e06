import LedgerCore

/// A table or view in the diagram of the schema: its name, references and other columns.
///
/// Lengths are in pixels.
struct DiagramBox {
  static let width = 240
  static let row = 16
  private static let head = 24
  /// How many characters fit in a line; a monospaced one of 11 pixels is 6.6 wide.
  private static let lineLength = 32

  let name: String
  let isView: Bool
  /// Columns that refer to a row of another table.
  let references: [(column: String, table: String)]
  private let others: [String]
  var x = 0
  var y = 0

  init(_ relation: SchemaDescription) {
    name = relation.name
    isView = relation.isView
    references = relation.columns.flatMap { column in
      column.references.map { (column.name, $0) }
    }
    let rest = relation.columns.filter { $0.references.isEmpty }.map(\.name)
    others = rest.reduce(into: []) { lines, word in
      if let last = lines.last, last.count + 2 + word.count <= Self.lineLength {
        lines[lines.count - 1] = last + ", " + word
      } else {
        if let last = lines.last { lines[lines.count - 1] = last + "," }
        lines.append(word)
      }
    }
  }

  /// The height: a whole number of rows, so that rows of neighbouring boxes line up.
  var height: Int { (references.count + others.count + 2) * Self.row }

  /// The y coordinate where lines to the box end.
  var anchor: Int { y + Self.head / 2 }

  /// The y coordinate where the line from a reference begins.
  func anchor(ofReference index: Int) -> Int { y + Self.row * (index + 2) }

  var svg: String {
    var svg = """
      <rect class="\(isView ? "view" : "table")" x="\(x)" y="\(y)" width="\(Self.width)" \
      height="\(height)" rx="4"/>
      <text class="name" x="\(x + 10)" y="\(y + 17)">\(name)</text>

      """
    for (index, reference) in references.enumerated() {
      let baseline = anchor(ofReference: index) + 4
      svg += "<text x=\"\(x + 10)\" y=\"\(baseline)\">\(reference.column)</text>\n"
      svg +=
        "<text class=\"to\" x=\"\(x + Self.width - 10)\" y=\"\(baseline)\">"
        + "→ \(reference.table)</text>\n"
    }
    for (index, line) in others.enumerated() {
      let baseline = anchor(ofReference: references.count + index) + 4
      svg += "<text class=\"other\" x=\"\(x + 10)\" y=\"\(baseline)\">\(line)</text>\n"
    }
    return svg
  }
}
