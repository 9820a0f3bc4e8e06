/// The lock file next to a book; a process holds its lock while it writes or checkpoints.
///
/// So a checkpoint never meets a commit of another process (sqlite.org/wal.html, "the WAL-reset
/// bug").
///
/// The lock itself is flock(2) on the whole file, which `flock ledger.db-lock COMMAND` takes as
/// well. Processes that wait for it form a queue: each takes a ticket, a number that the file
/// counts, and locks the byte with that number while it waits. The lowest ticket goes next. If a
/// process is killed, the kernel unlocks its byte, and so it leaves the queue.
final class LockFile {
  enum Failure: Error { case busy, failed(FileSystem.Failure) }

  /// The byte of the first ticket; those before it hold the counter and the counter's lock.
  private static let firstTicket: Int64 = 64
  private static let counter: Int64 = 0

  /// The seconds behind the same ticket after which a waiter tries the lock out of turn.
  ///
  /// The process ahead may have been stopped, and then does not take the lock.
  private static let patience = 1.0

  private let file: FileSystem.LockableFile

  /// Opens the lock file of a book, creating it if necessary.
  init(besideBookAt path: String) throws(Failure) {
    do { file = try FileSystem.LockableFile(path: Self.path(besideBookAt: path)) } catch {
      throw .failed(error)
    }
  }

  static func path(besideBookAt path: String) -> String { path + "-lock" }

  /// Takes the lock, waiting in turn for those who hold it or requested it before.
  func acquire(waitingSeconds: Double) throws(Failure) {
    let waiting = Waiting(seconds: waitingSeconds)
    do throws(FileSystem.Failure) {
      // If nobody waits, no ticket is needed.
      if file.firstLocked(of: Self.firstTicket..<Int64.max) == nil, try file.lock() { return }
      let ticket = try draw(waiting)
      defer { file.unlock(byte: ticket) }
      var ahead = file.firstLocked(of: Self.firstTicket..<ticket)
      var since = FileSystem.now()
      while true {
        let isOutOfTurn = FileSystem.now() - since > Self.patience
        if ahead == nil || isOutOfTurn, try file.lock() { return }
        guard waiting.pause() else { throw .timeout }
        let next = file.firstLocked(of: Self.firstTicket..<ticket)
        if next != ahead || isOutOfTurn { since = FileSystem.now() }
        ahead = next
      }
    } catch {
      throw error == .timeout ? .busy : .failed(error)
    }
  }

  func release() { file.unlock() }

  /// Takes a ticket: a byte that this value has locked from now on.
  private func draw(_ waiting: Waiting) throws(FileSystem.Failure) -> Int64 {
    while try !file.lock(byte: Self.counter) {
      guard waiting.pause() else { throw .timeout }
    }
    defer { file.unlock(byte: Self.counter) }
    var ticket = Self.firstTicket + file.number()
    // In use only if the counter was set back or could not be written, as on a full disk.
    while try !file.lock(byte: ticket) { ticket += 1 }
    try? file.set(number: ticket + 1 - Self.firstTicket)
    return ticket
  }

  /// How long to wait; checks become rarer the longer it takes.
  private struct Waiting {
    let start = FileSystem.now()
    let seconds: Double

    /// Waits a little; false if the time is up.
    func pause() -> Bool {
      let waited = FileSystem.now() - start
      guard waited < seconds else { return false }
      FileSystem.pause(seconds: min(max(waited / 50, 0.000_1), 0.002, seconds - waited))
      return true
    }
  }
}
