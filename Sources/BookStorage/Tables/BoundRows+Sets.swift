import Rows

extension BoundRows {
  /// A row for each number.
  init(integers: some Sequence<Int64>) {
    self.init([.integer])
    for integer in integers { append(integer) }
  }

  /// A row for each text.
  init(texts: some Sequence<String>) {
    self.init([.text])
    for text in texts { append(cell(text)) }
  }
}
