import LedgerCore
import LedgerRenderings

/// Shows rows as they come.
struct RowOutput {
  private var writer: any AnswerWriter
  private let output: Output
  private var isFirst = true
  private var tick = 0

  init(_ style: AnswerStyle, to output: Output) {
    writer = style.writer
    self.output = output
  }

  mutating func begin(_ names: [String]) throws {
    writer.begin(names)
    try push()
  }

  mutating func add(_ row: some AnswerRow) throws {
    writer.add(row)
    // The first row at once, and slow ones as they come.
    let now = StatementTimer.ticks
    guard isFirst || writer.bytes.count > 1 << 15 || now != tick else { return }
    if now - tick > 10 { writer.release() }
    isFirst = false
    tick = now
    try push()
  }

  mutating func end() throws {
    writer.end()
    try push()
  }

  private mutating func push() throws {
    try output.write(writer.take())
    try output.offer()
  }
}
