import LedgerCore

extension Batch {
  /// By the index of a sale that is the book's already because an earlier row of the batch has it,
  /// the line of that row.
  ///
  /// Only what a row is itself counts: rows of an order may each repeat what is of the whole order.
  func repeats(_ outcomes: Outcomes<F>) -> [Int: Int] {
    guard outcomes.plain.alreadyRecorded > 0, let sales = facts as? SaleBatch else { return [:] }
    var first: [RowKey: Int] = [:]
    var repeats: [Int: Int] = [:]
    for index in sales.rows.indices where index == 0 || lines[index] != lines[index - 1] {
      let row = sales.rows[index]
      let key = RowKey(
        source: sales.shared[row.shared].source, order: Array(sales.text[row.order]),
        line: row.line, kind: row.kind)
      let line = first[key, default: lines[index]]
      first[key] = line
      if line != lines[index], outcomes[index] == .alreadyRecorded { repeats[index] = line }
    }
    return repeats
  }
}

private struct RowKey: Hashable {
  let source: String
  let order: [UInt8]
  let line: Int64
  let kind: Sale.Kind
}
