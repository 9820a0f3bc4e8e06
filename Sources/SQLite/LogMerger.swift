import Threads

/// Moves the write-ahead log of a file into it, on a thread of its own, while another connection
/// goes on with a transaction.
final class LogMerger {
  private let connection: Connection
  private var work: Handover<SQLiteError.Code>?

  /// Opens a connection of its own.
  ///
  /// - Throws: ``SQLiteError``
  init(path: String, vfs: String?) throws(SQLiteError) {
    connection = try Connection(path: path, mode: .readWrite, vfs: vfs)
    try connection.execute("PRAGMA synchronous = full")
  }

  /// Starts the thread, where there can be one.
  func start() {
    let connection = connection
    var isDone = false
    work = Handover.making {
      if isDone { return nil }
      isDone = true
      return connection.handle.mergeLog()
    }
  }

  /// Waits until all is moved that can be; what is not stays in the log, and is safe there.
  func finish() {
    _ = work?.take()
    work = nil
  }
}

extension Connection {
  /// Starts to move what was committed from the log into the file, beside the rest of the
  /// transaction that is open and has changed something; committing or rolling back waits for it.
  ///
  /// Does nothing unless ``mergesLogFrom`` asks for it.
  ///
  /// Before SQLite 3.51.3 a checkpoint must not meet a connection that empties the log
  /// (sqlite.org/wal.html, "the WAL-reset bug"). A transaction does so with the first page that it
  /// writes or never; so what it has changed already is written before.
  ///
  /// - Throws: ``SQLiteError`` where that cannot be written.
  package func mergeLogBeside() throws(SQLiteError) {
    guard let least = mergesLogFrom, let path, handle.isInTransaction, !isMerging else { return }
    let written = handle.pagesWritten
    guard written - mergedPages >= least else { return }
    try handle.writeChanges()
    guard handle.pagesWritten > written else { return }
    if merger == nil { merger = try? LogMerger(path: path, vfs: vfs) }
    guard let merger else { return }
    merger.start()
    mergedPages = written
    isMerging = true
  }

  /// Waits for the end of the moving; before it, there must be no commit and no other transaction.
  func finishMerging() {
    guard isMerging else { return }
    merger?.finish()
    isMerging = false
  }
}
