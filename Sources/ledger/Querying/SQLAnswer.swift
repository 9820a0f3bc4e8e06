import LedgerCore
import LedgerRenderings

/// Runs a statement on a book, and shows the answer.
struct SQLAnswer {
  let ledger: any AnswersSQL
  let answer: SQLAnswerOptions
  let timeout: SQLTimeout

  /// Shows the answer, or throws what is wrong with the statement.
  func give(_ query: Query) throws {
    let clock = ContinuousClock()
    let begun = clock.now
    let late = "the statement took longer than \(timeout)"
    let advice = "ask for less, or raise --timeout"
    StatementTimer.begin(
      seconds: timeout.seconds,
      message: "\(late) and could not be stopped, so the program ended: \(advice)")
    defer { StatementTimer.end() }
    var output: Output?
    do {
      for hint in try ledger.hints(on: query) { Messages.remark("hint: \(hint)") }
      let result = try show(query, on: &output)
      try output?.finish()
      if result.isCut {
        Messages.remark("there are more rows than --limit \(grouped(result.rows))")
      }
      if answer.timing {
        let seconds = begun.duration(to: clock.now) / .seconds(1)
        let milliseconds = (seconds * 1000).rounded() / 1000
        Messages.remark(
          "\(grouped(result.rows)) \(result.rows == 1 ? "row" : "rows") in \(milliseconds) s")
      }
    } catch let fault as QueryFault {
      // The rows before the fault are kept.
      try output?.finish()
      if fault.isInterrupted, StatementTimer.isCancelled {
        throw CommandFailure("the statement was cancelled", status: 130)
      }
      guard !fault.isInterrupted else {
        throw CommandFailure("\(late) and was stopped: \(advice)", fault.code)
      }
      throw fault
    } catch is Output.Closed {
      // The reader of pages may leave before the end.
      output?.abandon()
      throw Output.Closed()
    }
  }

  private func show(_ query: Query, on output: inout Output?) throws -> Query.Result {
    if query.asksForPlan {
      var tree = PlanTree()
      let result = try ledger.ask(query, to: &tree, isCancelled: { StatementTimer.isOver })
      let made = try answer.destination()
      output = made
      try made.write(tree.text)
      return result
    }
    var rows = ShownRows(answer: answer, money: money)
    defer { output = rows.output }
    let result = try ledger.ask(query, to: &rows, isCancelled: { StatementTimer.isOver })
    try rows.listing?.end()
    return result
  }
}

extension SQLAnswer {
  /// The decimals that amounts are shown with in tables.
  private func money() throws -> MoneyDigits? {
    guard [.table, .box, .markdown].contains(answer.style.format) else { return nil }
    return MoneyDigits(try ledger.reference().currencies, used: try ledger.currencies())
  }
}

/// Shows rows as they come, once there is something to show.
private struct ShownRows: AnswerReceiver {
  let answer: SQLAnswerOptions
  let money: () throws -> MoneyDigits?
  private(set) var output: Output?
  var listing: RowOutput?

  init(answer: SQLAnswerOptions, money: @escaping () throws -> MoneyDigits?) {
    (self.answer, self.money) = (answer, money)
  }

  mutating func begin(_ columns: [String]) throws {
    let destination = try answer.destination()
    output = destination
    var style = answer.style
    if MoneyDigits.isAsked(of: columns) { style.money = try money() }
    listing = RowOutput(style, to: destination)
    try listing?.begin(columns)
  }

  mutating func add(_ row: some AnswerRow) throws { try listing?.add(row) }
}
