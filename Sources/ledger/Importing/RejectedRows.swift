import LedgerCore
import LedgerImport

/// Shows which rows were rejected, and writes them to a file if `--rejects` names one.
final class RejectedRows {
  private let file: Output?
  private var head: TableHead?
  private var failure: (any Error)?
  private var causes = RejectionCauses()

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
    if causes.add(rejection) { Messages.show(rejection.advice) }
    guard let file, failure == nil else { return }
    write(RejectsText(head).row(rejection, because: rejection.reason.advice), to: file)
  }

  /// Says at the end of a file what is left to say of rows with the same problem.
  func sumUp() {
    for line in causes.summaries { Messages.show(line) }
    causes = RejectionCauses()
  }

  /// Throws what kept the rows from being written.
  func finish() throws {
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
