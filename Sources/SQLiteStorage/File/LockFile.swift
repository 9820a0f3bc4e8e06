/// The lock beside a book: whoever writes or checkpoints holds it, so that a checkpoint never meets
/// a commit of another process (sqlite.org/wal.html, "the WAL-reset bug").
///
/// The lock itself is flock(2) of the whole file, which `flock ledger.db-lock COMMAND` takes as
/// well. Those who wait for it stand in a queue: each draws a ticket, a number that the file
/// counts, and locks the byte of that number for as long as it waits. Whose ticket is the lowest
/// goes next. The kernel unlocks the byte of a process that is killed, which has thereby left.
final class LockFile {
  enum Failure: Error { case busy, failed(FileSystem.Failure) }

  /// The byte of the first ticket; those before it hold the counter, and the lock of the counter.
  private static let firstTicket: Int64 = 64
  private static let counter: Int64 = 0

  /// After so many seconds behind the same ticket, a waiter tries the lock out of turn: the process
  /// ahead may have been stopped, and then does not take it.
  private static let patience = 1.0

  private let file: FileSystem.LockableFile

  /// Opens the lock file of a book, making it if it is not there.
  init(besideBookAt path: String) throws(Failure) {
    do { file = try FileSystem.LockableFile(path: Self.path(besideBookAt: path)) } catch {
      throw .failed(error)
    }
  }

  static func path(besideBookAt path: String) -> String { path + "-lock" }

  /// Takes the lock, waiting in turn for those who hold it or asked for it before.
  func acquire(waitingSeconds: Double) throws(Failure) {
    let waiting = Waiting(seconds: waitingSeconds)
    do throws(FileSystem.Failure) {
      // Where nobody waits, no ticket is needed.
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

  /// Draws a ticket: the byte that this value has locked from now on.
  private func draw(_ waiting: Waiting) throws(FileSystem.Failure) -> Int64 {
    while try !file.lock(byte: Self.counter) {
      guard waiting.pause() else { throw .timeout }
    }
    defer { file.unlock(byte: Self.counter) }
    var ticket = Self.firstTicket + file.number()
    // In use only where the counter was set back, or could not be written: the disk may be full.
    while try !file.lock(byte: ticket) { ticket += 1 }
    try? file.set(number: ticket + 1 - Self.firstTicket)
    return ticket
  }

  /// How long somebody waits, looking more rarely the longer it takes.
  private struct Waiting {
    let start = FileSystem.now()
    let seconds: Double

    /// Waits a little; false where the time is up.
    func pause() -> Bool {
      let waited = FileSystem.now() - start
      guard waited < seconds else { return false }
      FileSystem.pause(seconds: min(max(waited / 50, 0.000_1), 0.002, seconds - waited))
      return true
    }
  }
}
