import LedgerCore
import Rows
import SQLite

extension Statement {
  /// Calls `body` with each row, up to a limit; what it throws is thrown as it is.
  mutating func forEachAnswer(
    limit: Int?, _ body: (borrowing StoredAnswer) throws -> Void
  ) throws -> Query.Result {
    var result = Query.Result()
    var buffer = StoredAnswer()
    var failure: (any Error)?
    let stop = StorageError(code: .interrupt, message: "stopped by the caller")
    do {
      try forEach { current throws(StorageError) in
        if let limit, result.rows >= limit {
          result.isCut = true
          throw stop
        }
        try current.read(into: &buffer.buffer)
        do { try body(buffer) } catch {
          failure = error
          throw stop
        }
        result.rows += 1
      }
    } catch {
      if let failure { throw failure }
      guard result.isCut else { throw error }
    }
    return result
  }
}
