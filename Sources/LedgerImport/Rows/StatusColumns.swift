import Tabular

/// Whether a file has rows of one status only: then it may be a part of what there is.
struct StatusColumns {
  private var columns: [(index: Int, text: String?, isMixed: Bool)]

  init(_ header: [String]) {
    columns = header.enumerated().filter { $0.element.lowercased().contains("status") }
      .map { ($0.offset, nil, false) }
  }

  /// Whether a column of statuses has the same one in every row.
  var areOfOneStatus: Bool { columns.contains { $0.text != nil && !$0.isMixed } }

  /// Takes in a row that is read.
  mutating func add(_ row: borrowing some RecordReader & ~Copyable) {
    for place in columns.indices where !columns[place].isMixed {
      let text = row.text(columns[place].index)
      if let known = columns[place].text {
        columns[place].isMixed = known != text
      } else if !text.isEmpty {
        columns[place].text = text
      }
    }
  }
}
