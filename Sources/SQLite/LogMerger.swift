import Threads

/// Moves the write-ahead log of a file into it, on a thread and a connection of its own, while
/// another connection goes on with a transaction.
///
/// Before SQLite 3.51.3 a checkpoint must not meet a connection that empties the log
/// (sqlite.org/wal.html, "the WAL-reset bug"). A transaction does so with the first page that it
/// writes or never; so some of what it has changed is written before the thread starts.
package final class LogMerger {
  private let path: String
  private let vfs: String?
  private let leastPages: Int
  private var connection: Connection?
  private var work: Handover<SQLiteError.Code>?
  /// Of the pages that the other connection wrote, those before the last start.
  private var mergedPages = 0

  /// Makes one for the file at `path`, which starts when so many pages were written since the last
  /// time.
  ///
  /// `vfs`: as for ``Connection/init(path:mode:vfs:)``.
  package init(path: String, leastPages: Int, vfs: String? = nil) {
    self.path = path
    self.leastPages = leastPages
    self.vfs = vfs
  }

  /// Starts the thread, if there is enough to do, and there can be one; says whether it did.
  fileprivate func start(beside writer: DatabaseHandle) throws(SQLiteError) -> Bool {
    let written = writer.pagesWritten
    guard work == nil, writer.isInTransaction, written - mergedPages >= leastPages else {
      return false
    }
    try writer.writeChanges()
    guard writer.pagesWritten > written else { return false }
    if connection == nil { connection = try? opened() }
    guard let handle = connection?.handle else { return false }
    var isDone = false
    work = Handover.making {
      if isDone { return nil }
      isDone = true
      return handle.mergeLog()
    }
    mergedPages = written
    return work != nil
  }

  /// Waits for the thread; what it could not move stays in the log, and is safe there.
  fileprivate func finish() {
    _ = work?.take()
    work = nil
  }

  private func opened() throws(SQLiteError) -> Connection {
    let connection = try Connection(path: path, mode: .readWrite, vfs: vfs)
    try connection.execute("PRAGMA synchronous = full")
    return connection
  }
}

extension Connection {
  /// Starts to move what was committed from the log into the file, if there is a ``logMerger``,
  /// beside the rest of a transaction that has changed something; its end waits for that.
  ///
  /// - Returns: Whether it has started.
  /// - Throws: ``SQLiteError`` where what was changed cannot be written.
  @discardableResult
  package func mergeLogBeside() throws(SQLiteError) -> Bool {
    try logMerger?.start(beside: handle) ?? false
  }

  /// Waits for the end of the moving, without which no transaction may end.
  func finishMerging() { logMerger?.finish() }
}
