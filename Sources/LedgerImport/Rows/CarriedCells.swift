import Tabular

/// What the rows of an order repeat: some exports write an order's own columns on its first row
/// only.
final class CarriedCells {
  /// By the column's place, the text of the order in hand.
  private(set) var texts: [Int: String] = [:]
  private let key: Int
  private let columns: [Int]
  /// Those that the first row of an order has.
  private let required: [Int]
  /// The current order, as the file writes it.
  private(set) var order: String?

  init(key: Int, columns: [Int], required: [Int]) {
    self.key = key
    self.columns = columns
    self.required = required
  }

  /// Goes to another row.
  func update(_ row: borrowing some RecordReader & ~Copyable) {
    let order = row.text(key)
    if order != self.order {
      self.order = order
      texts = [:]
    }
    for column in columns {
      let text = row.text(column)
      if !text.isEmpty { texts[column] = text }
    }
  }

  /// A column that the first row of the order has, where that row is not in the file.
  var missing: Int? { required.first { texts[$0] == nil } }

  /// Takes up an order where another file left it, if this row continues it.
  func resume(
    _ open: OpenOrder, in header: [String], _ row: borrowing some RecordReader & ~Copyable
  ) -> Bool {
    guard row.text(key) == open.order, required.contains(where: { row.text($0).isEmpty }) else {
      return false
    }
    order = open.order
    for column in columns { texts[column] = open.texts[header[column]] }
    return true
  }
}
