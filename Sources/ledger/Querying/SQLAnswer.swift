import LedgerCore
import LedgerRenderings
import SQLiteStorage

/// Runs a statement on a book, and shows the answer.
struct SQLAnswer {
  let ledger: SQLiteLedger
  let style: AnswerStyle
  let timeout: SQLTimeout
  let isTimed: Bool

  /// Shows the answer, or throws what is wrong with the statement.
  ///
  /// `destination`: where it is shown; asked for when there is something to show.
  func give(_ query: Query, to destination: () throws -> Output) throws {
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
      for hint in try ledger.hints(on: query.sql) { Messages.remark("hint: \(hint)") }
      let result = try show(query, on: &output, to: destination)
      try output?.finish()
      if result.isCut {
        Messages.remark("there are more rows than --limit \(grouped(result.rows))")
      }
      if isTimed {
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

  private func show(
    _ query: Query, on output: inout Output?, to destination: () throws -> Output
  ) throws -> Query.Result {
    if query.asksForPlan { return try showPlan(of: query, on: &output, to: destination) }
    var rows: RowOutput?
    var made: Output?
    defer { output = made }
    let result = try ledger.ask(
      query, isOver: { StatementTimer.isOver },
      columns: { names in
        let destination = try destination()
        made = destination
        rows = RowOutput(style, to: destination)
        try rows?.begin(names)
      },
      row: { row in try rows?.add(row) })
    try rows?.end()
    return result
  }

  private func showPlan(
    of query: Query, on output: inout Output?, to destination: () throws -> Output
  ) throws -> Query.Result {
    var tree = PlanTree()
    let result = try ledger.ask(
      query, isOver: { StatementTimer.isOver }, columns: { _ in },
      row: { row in tree.add(row) })
    let made = try destination()
    output = made
    try made.write(tree.text)
    return result
  }
}
