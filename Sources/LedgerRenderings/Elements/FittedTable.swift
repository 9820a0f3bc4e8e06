/// Columns of text that are no wider than a terminal.
///
/// Where they would be, amounts of several currencies stand one below the other; where that is not
/// enough, the columns are parted into blocks, of which each begins with the names of its rows.
struct FittedTable {
  private let rows: [[[String]]]
  private let right: [Bool]
  /// How many columns name a row, and stand in every block.
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

  /// The columns of each block.
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

/// A line over several ones of so many columns, broken at spaces where there are any; what is
/// indented stays so, and the later lines a little more.
func wrapped(_ text: String, to available: Int) -> [String] {
  // Of less than this much nothing can be read.
  let available = max(12, available)
  guard width(text) > available else { return [text] }
  var lines: [String] = []
  var rest = text[...]
  var indent = ""
  while width(indent + rest) > available {
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
    if lines.count == 1 { indent = text.prefix { $0 == " " } + "    " }
  }
  return rest.isEmpty ? lines : lines + [indent + rest]
}
