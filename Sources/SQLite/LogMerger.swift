package import Rows
import Threads

/// Merges the log of a file into it while another connection continues a transaction.
///
/// It uses a thread and a connection of its own. Before SQLite 3.51.3, a checkpoint must not run
/// while another connection empties the log (sqlite.org/wal.html, "the WAL-reset bug"). A
/// transaction empties it when it writes its first page or never, so the transaction writes some of
/// its changes before the thread starts.
package final class LogMerger {
  private let path: String
  private let vfs: String?
  private let leastPages: Int
  private let isSame: () -> Bool
  private var connection: Connection?
  private var work: Handover<SQLiteCode>?
  /// How many pages the other connection had written at the last start.
  private var mergedPages = 0

  /// Makes a merger for the file at `path`, which starts after each `leastPages` written pages.
  ///
  /// `vfs`: as for ``Connection/init(path:mode:vfs:)``. `isSame`: whether the path still leads to
  /// the file of the other connection.
  package init(
    path: String, leastPages: Int, vfs: String? = nil, isSame: @escaping () -> Bool = { true }
  ) {
    self.isSame = isSame
    self.path = path
    self.leastPages = leastPages
    self.vfs = vfs
  }

  /// Starts the thread if there is enough to do and a thread is available; returns whether it did.
  fileprivate func start(beside writer: DatabaseHandle) throws(StorageError) -> Bool {
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

  /// Waits for the thread; what it could not move stays in the log and is safe there.
  fileprivate func finish() {
    _ = work?.take()
    work = nil
  }

  private func opened() throws(StorageError) -> Connection {
    let connection = try Connection(path: path, mode: .readWrite, vfs: vfs)
    try connection.execute("PRAGMA synchronous = full")
    // Into another file that took the name meanwhile, the log must not be merged.
    guard isSame(), !connection.hasMoved else {
      throw StorageError(code: .cannotOpen, message: "the file was moved")
    }
    return connection
  }
}

extension Connection {
  /// Starts to merge what was committed from the log into the file, if there is a ``logMerger``.
  ///
  /// The merge runs alongside the rest of a transaction that has changed something; the end of the
  /// transaction waits for it.
  ///
  /// - Returns: Whether it has started.
  /// - Throws: ``StorageError`` if the changes so far cannot be written.
  @discardableResult
  package func mergeLogBeside() throws(StorageError) -> Bool {
    try logMerger?.start(beside: handle) ?? false
  }

  /// Waits for the end of the merge, as each transaction must before it ends.
  func finishMerging() { logMerger?.finish() }
}
