import LedgerCore

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
  enum Failure: Error { case busy, failed(FileSystem.Failure), unsuitable(LedgerError.NotAFile) }

  /// The byte of the first ticket; those before it hold the counter and the counter's lock.
  private static let firstTicket: Int64 = 64
  private static let counter: Int64 = 0

  /// The seconds behind the same ticket after which a waiter tries the lock out of turn.
  ///
  /// The process ahead may have been stopped, and then does not take the lock.
  private static let patience = 1.0

  private let path: String
  private let access: FileAccess?
  private var file: FileSystem.LockableFile

  /// Opens the lock file of a book, creating it if necessary.
  ///
  /// `access`: who may use the book.
  init(besideBookAt path: String, access: FileAccess? = nil) throws(Failure) {
    self.path = Self.path(besideBookAt: path)
    self.access = access
    file = try Self.opened(self.path, access)
  }

  private static func opened(
    _ path: String, _ access: FileAccess?
  ) throws(Failure) -> FileSystem.LockableFile {
    let file: FileSystem.LockableFile
    do { file = try FileSystem.LockableFile(path: path, access: access) } catch {
      throw Self.notAFile(path).map(Failure.unsuitable) ?? .failed(error)
    }
    if file.status.kind != .file { throw .unsuitable(.other) }
    if file.status.names > 1 { throw .unsuitable(.severalNames) }
    return file
  }

  /// What is at a path in place of a file that can be opened.
  private static func notAFile(_ path: String) -> LedgerError.NotAFile? {
    switch FileSystem.statusOfName(path)?.kind {
    case .link?: .link
    case .folder?: .folder
    case .other?: .other
    case .file?, nil: nil
    }
  }

  static func path(besideBookAt path: String) -> String { path + "-lock" }

  /// Takes the lock, waiting in turn for those who hold it or requested it before.
  func acquire(waitingSeconds: Double) throws(Failure) {
    let start = FileSystem.now()
    while true {
      try acquireOpened(waitingSeconds: waitingSeconds - (FileSystem.now() - start))
      // If the file was deleted meanwhile, nobody else sees this lock.
      guard let now = FileSystem.statusOfName(path)?.identity,
        now.device == file.status.identity.device, now.number == file.status.identity.number
      else {
        file.unlock()
        file = try Self.opened(path, access)
        continue
      }
      return
    }
  }

  private func acquireOpened(waitingSeconds: Double) throws(Failure) {
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
    var ticket = Self.firstTicket + number()
    // In use only if the counter was set back or could not be written, as on a full disk.
    while try !file.lock(byte: ticket) { ticket += 1 }
    try? file.write(Self.bytes(ticket + 1 - Self.firstTicket), at: 0)
    return ticket
  }

  /// How many tickets were drawn; 0 if the file has no valid count.
  func number() -> Int64 {
    let bytes = file.bytes(at: 0, count: 8)
    let value = bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    return bytes.count == 8 && value < 1 << 60 ? Int64(value) : 0
  }

  private static func bytes(_ number: Int64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
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

// MARK: The mark

extension LockFile {
  /// Behind the counter, in the same sector.
  private static let markOffset = 64

  var found: Mark.Found { Mark.Found(file.bytes(at: Self.markOffset, count: Mark.size)) }

  /// Writes the mark; if it cannot be written, it stays behind the book.
  func set(_ mark: Mark) {
    var bytes = mark.bytes
    // Nothing of a longer mark may be left behind it.
    bytes += [UInt8](repeating: 0, count: max(0, Mark.size - bytes.count))
    try? file.write(bytes, at: Self.markOffset)
  }

  /// What is in the lock file of a book, which need not exist, in the place of a mark.
  static func found(besideBookAt path: String) -> Mark.Found {
    let path = Self.path(besideBookAt: path)
    guard FileSystem.statusOfName(path) != nil else { return .nothing }
    guard let file = try? FileSystem.LockableFile(path: path, sharing: true),
      file.status.kind == .file
    else { return .damaged }
    // Another process may be writing it at this very moment.
    for _ in 0..<3 {
      let found = Mark.Found(file.bytes(at: markOffset, count: Mark.size))
      if found != .damaged { return found }
      FileSystem.pause(seconds: 0.001)
    }
    return .damaged
  }
}
