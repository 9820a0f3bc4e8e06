import LedgerCore
import LedgerKit
import Terminal

/// Where results go: standard output, unless a file is named.
///
/// Every write is checked, and nothing is lost silently.
final class Output {
  /// The reader of a pipe has seen enough; the program stops, quietly.
  struct Closed: Error {}

  private var pending: [UInt8] = []
  /// How much of that is written already.
  private var written = 0
  private var descriptor: Int32 = 1
  private var name = "standard output"
  /// A pipe or a socket, whose reader may take its time.
  private let mayBlock: Bool
  /// The size of the screen, while it is not known whether all of the output fits.
  private var screen: (lines: Int, columns: Int)?
  private var pager: Pager?

  /// Writes to standard output; with `paging`, page by page if it is long and on a terminal.
  init(paging: Bool = false) {
    mayBlock = System.isPipe(1)
    if paging, System.isScreen(1), System.isScreen(0) {
      screen = (lines: System.lines(of: 1), columns: System.columns(of: 1))
    }
  }

  /// Writes to a new file.
  ///
  /// `book`: a file whose readers and writers are those of the new one.
  init(toNewFile path: String, like book: String? = nil) throws {
    mayBlock = false
    name = quoted(path)
    do { descriptor = try Host.make(path, like: book) } catch {
      throw CommandFailure("\(name) cannot be created: \(error.reason); choose another name")
    }
  }

  /// Writes text to standard output at once.
  static func show(_ text: String) throws { try show(Array(text.utf8)) }

  /// Writes bytes to standard output at once.
  static func show(_ bytes: [UInt8]) throws {
    let output = Output()
    try output.write(bytes)
    try output.flush()
  }

  /// Adds text, which is written when there is enough of it.
  func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Adds bytes.
  func write(_ bytes: [UInt8]) throws {
    pending += bytes
    if pending.count - written > Self.most { try flush() }
  }

  /// Writes as much as can be written without waiting.
  ///
  /// A slow reader of pages must not keep a book's log from being merged; so the answer
  /// waits in memory, up to a limit.
  func offer() throws {
    if screen != nil {
      guard isLongerThanScreen || StatementTimer.ticks > 10 else { return }
      turnPages()
    }
    guard mayBlock || pager != nil else { return try flush() }
    // A pipe that is ready takes this much at once (pipe(7), PIPE_BUF).
    while written < pending.count, System.isReady(descriptor) {
      let end = min(written + 4096, pending.count)
      try send(pending[written..<end])
      written = end
    }
    // Moving the rest forward each time would be most of the work where the reader is slow.
    guard written > pending.count / 2 else { return }
    pending.removeFirst(written)
    written = 0
  }

  /// Writes what is pending.
  func flush() throws {
    if screen != nil, isLongerThanScreen { turnPages() }
    defer {
      pending.removeAll(keepingCapacity: true)
      written = 0
    }
    try StatementTimer.pausing { try send(pending[written...]) }
  }

  /// Writes the rest, and waits for the reader of pages or for the disk.
  func finish() throws {
    defer {
      if let pager { StatementTimer.pausing { pager.finish() } }
      if descriptor > 2, pager == nil { Host.close(descriptor) }
    }
    try flush()
    if descriptor > 2, pager == nil, !Host.sync(descriptor) {
      throw CommandFailure("the disk did not confirm that \(name) was written")
    }
  }

  /// Leaves the rest unwritten, and waits for the reader of pages.
  func abandon() { if let pager { StatementTimer.pausing { pager.finish() } } }

  /// Held in memory at most, in bytes.
  private static let most = 32 << 20

  private var isLongerThanScreen: Bool {
    guard let screen else { return false }
    var (lines, columns) = (1, 0)
    for byte in pending {
      columns += 1
      if byte == UInt8(ascii: "\n") || columns > 4 * screen.columns {
        lines += 1
        columns = 0
      }
    }
    return lines >= screen.lines
  }

  private func turnPages() {
    screen = nil
    let command =
      System.environment("LEDGER_PAGER") ?? System.environment("PAGER") ?? "less"
    guard command != "cat", let pager = Pager(command) else { return }
    self.pager = pager
    // Ctrl-C is for the pager, and for the statement; not for the program.
    StatementTimer.catchInterrupts()
    descriptor = pager.descriptor
  }

  private func send(_ bytes: ArraySlice<UInt8>) throws {
    do { try Host.write(bytes, to: descriptor) } catch {
      switch error {
      case .closedPipe: throw Closed()
      case .failed(let reason): throw CommandFailure("\(name) cannot be written: \(reason)")
      }
    }
  }
}
