import Tabular

/// What the rows of an order repeat: some exports write an order's own columns on its first row
/// only.
final class CarriedCells {
  /// By the column's place, the text of the order in hand.
  private(set) var texts: [Int: String] = [:]
  private let key: Int
  private let columns: [Int]
  private var last: String?

  init(key: Int, columns: [Int]) {
    self.key = key
    self.columns = columns
  }

  /// Goes to another row.
  func update(_ row: borrowing some RecordReader & ~Copyable) {
    let order = row.text(key)
    if order != last {
      last = order
      texts = [:]
    }
    for column in columns {
      let text = row.text(column)
      if !text.isEmpty { texts[column] = text }
    }
  }
}
