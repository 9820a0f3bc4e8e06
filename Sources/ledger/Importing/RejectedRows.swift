import LedgerCore
import LedgerImport

/// Shows which rows were rejected, and writes them to a file if `--rejects` names one.
final class RejectedRows {
  private let file: Output?
  private var head: TableHead?
  private var failure: (any Error)?
  /// How many rows have a local time and no zone.
  private var withoutZone = 0

  /// `book`: the file of the book, which may be read and written by the same people.
  init(path: String?, like book: String) throws {
    file = try path.map { try Output(toNewFile: $0, like: book) }
  }

  /// Whether the rows are written to a file.
  var areWritten: Bool { file != nil }

  /// Begins with the rows of the next file.
  func begin(_ head: TableHead) {
    guard let file, head != self.head else { return }
    guard self.head == nil else {
      failure = CommandFailure(
        "--rejects needs files with the same columns: load the others separately")
      return
    }
    self.head = head
    write(RejectsText(head).heading, to: file)
  }

  /// Shows a row's line and reason, and writes it to the file.
  func add(_ rejection: Rejection) {
    var isSaid = false
    if case .time(.noZone) = rejection.reason {
      // What the rows have in common is said once.
      isSaid = withoutZone > 0
      withoutZone += 1
    }
    if !isSaid { Messages.show(rejection.advice) }
    guard let file, failure == nil else { return }
    write(RejectsText(head).row(rejection, because: rejection.reason.advice), to: file)
  }

  /// Says what the rows have in common, and throws what kept them from being written.
  func finish() throws {
    if withoutZone > 0 {
      Messages.show(
        "\(grouped(Int64(withoutZone))) row\(withoutZone == 1 ? "" : "s") with local times and no "
          + "zone: state it with --tz, with time_zone in a profile, or for a market with "
          + "`ledger set zone.XX ZONE`; the zone that reports assume for a market is not taken")
    }
    if let failure { throw failure }
    try file?.finish()
  }

  private func write(_ bytes: [UInt8], to file: Output) {
    do {
      try file.write(bytes)
      try file.flush()
    } catch { failure = error }
  }
}
