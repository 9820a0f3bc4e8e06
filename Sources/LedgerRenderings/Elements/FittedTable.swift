/// Lays out columns of text no wider than a terminal.
///
/// If they would be wider, amounts in several currencies go one below the other. If that is not
/// enough, the columns are split into blocks, each of which starts with the names of its rows.
struct FittedTable {
  private let rows: [[[String]]]
  private let right: [Bool]
  /// How many columns name a row; every block repeats them.
  private let names: Int
  private let available: Int
  private let widths: [Int]

  init(_ lines: [[String]], right: [Bool], names: Int, width available: Int) {
    self.right = right
    self.names = names
    self.available = available
    rows = lines.map { line in
      line.enumerated().map { column, cell in
        column < names
          ? wrapped(cell, to: available / 2 / names)
          : cell.split(separator: ", ").map(String.init)
      }
    }
    widths = right.indices.map { [rows] column in
      rows.flatMap { $0[column] }.map { width($0) }.max() ?? 0
    }
  }

  var text: String { blocks.map(text).joined(separator: "\n") }

  /// The indices of the columns of each block.
  private var blocks: [[Int]] {
    let own = Array(0..<names)
    let start = own.reduce(-2) { $0 + widths[$1] + 2 }
    var blocks: [[Int]] = []
    var room = 0
    for column in names..<right.count {
      if blocks.isEmpty || room < widths[column] + 2 {
        blocks.append(own)
        room = available - start
      }
      blocks[blocks.count - 1].append(column)
      room -= widths[column] + 2
    }
    return blocks
  }

  private func text(_ columns: [Int]) -> String {
    let lines = rows.flatMap { row -> [[String]] in
      let height = columns.map { row[$0].count }.max() ?? 0
      return (0..<height).map { line in
        columns.map { line < row[$0].count ? row[$0][line] : "" }
      }
    }
    return TextTable.aligned(lines, right: columns.map { right[$0] })
  }
}

/// Breaks a line into lines of at most `available` columns, at spaces if there are any.
///
/// The indentation stays, and continuation lines are indented a little more.
package func wrapped(_ text: String, to available: Int) -> [String] {
  // Nothing narrower is readable.
  let available = max(12, available)
  guard width(text) > available else { return [text] }
  var lines: [String] = []
  var rest = text[...]
  var indent = ""
  while !rest.isEmpty, width(indent + rest) > available {
    var end = rest.startIndex
    var space: String.Index?
    var used = width(indent)
    for index in rest.indices {
      used += width(String(rest[index]))
      if rest[index] == " ", rest[..<index].contains(where: { $0 != " " }) { space = index }
      if used > available { break }
      end = rest.index(after: index)
    }
    let line = rest[..<(space ?? max(end, rest.index(after: rest.startIndex)))]
    lines.append(indent + line)
    rest = rest[line.endIndex...].drop { $0 == " " }
    if lines.count == 1 {
      indent = String((text.prefix { $0 == " " } + "    ").prefix(available / 2))
    }
  }
  return rest.isEmpty ? lines : lines + [indent + rest]
}
