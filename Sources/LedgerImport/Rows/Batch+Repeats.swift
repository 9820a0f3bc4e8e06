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
    for index in ofOneHash(sales) {
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

  /// The indices of sales that are the first of their row and may be a line of an order that
  /// another one is too: in files without repeats, none.
  private func ofOneHash(_ sales: SaleBatch) -> [Int] {
    let own = sales.rows.indices.filter { $0 == 0 || lines[$0] != lines[$0 - 1] }
    var hashes: [(hash: UInt64, index: Int)] = []
    hashes.reserveCapacity(own.count)
    for index in own { hashes.append((hash(of: sales.rows[index], in: sales.text), index)) }
    hashes.sort { $0 < $1 }
    var alike: [Int] = []
    for (place, (hash, index)) in hashes.enumerated() {
      let isLikeLast = place > 0 && hashes[place - 1].hash == hash
      let isLikeNext = place + 1 < hashes.count && hashes[place + 1].hash == hash
      if isLikeLast || isLikeNext { alike.append(index) }
    }
    return alike.sorted()
  }

  /// FNV-1a of the order's number and the line: rows of one hash are compared in full.
  private func hash(of row: SaleBatch.Row, in text: [UInt8]) -> UInt64 {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for index in row.order { hash = (hash ^ UInt64(text[index])) &* 1_099_511_628_211 }
    return (hash ^ UInt64(bitPattern: row.line)) &* 1_099_511_628_211
  }
}

private struct RowKey: Hashable {
  let source: String
  let order: [UInt8]
  let line: Int64
  let kind: Sale.Kind
}
