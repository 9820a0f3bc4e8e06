import LedgerImport
import LedgerKit

/// Shows which rows were rejected, and writes them to a file if `--rejects` names one.
final class RejectedRows {
  private let file: RejectsFile?
  private var head: TableHead?
  private var failure: CommandFailure?

  init(path: String?) throws {
    file = try path.map(RejectsFile.init)
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
    Messages.show(rejection.advice)
    guard let file, failure == nil else { return }
    write(RejectsText(head).row(rejection, because: rejection.reason.advice), to: file)
  }

  /// Throws what kept the rows from being written.
  func finish() throws {
    if let failure { throw failure }
  }

  private func write(_ bytes: [UInt8], to file: RejectsFile) {
    do { try file.write(bytes) } catch { failure = error }
  }
}

/// The new file that `--rejects` names.
private final class RejectsFile {
  private let path: String
  private let descriptor: Int32

  init(_ path: String) throws(CommandFailure) {
    self.path = path
    do { descriptor = try Host.make(path) } catch {
      throw CommandFailure("\(path) cannot be created for the rejected rows: \(error.reason)")
    }
  }

  deinit { Host.close(descriptor) }

  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    do { try Host.write(bytes, to: descriptor) } catch {
      throw CommandFailure("\(path) cannot be written: \(error.reason)")
    }
  }
}
