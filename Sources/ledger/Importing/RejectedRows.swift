import LedgerImport
import Tabular

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
    var writer = CSVWriter(delimiter: head.delimiter)
    writer.append(head.names + ["rejected_line", "rejected_reason"])
    write(writer.bytes, to: file)
  }

  /// Shows a row's line and reason, and writes it to the file.
  func add(_ rejection: Rejection) {
    Messages.show(rejection.advice)
    guard let file, failure == nil else { return }
    write(row(rejection), to: file)
  }

  /// Throws what kept the rows from being written.
  func finish() throws {
    if let failure { throw failure }
  }

  private func row(_ rejection: Rejection) -> [UInt8] {
    let predicate = rejection.predicate(of: rejection.reason.advice)
    let reason = rejection.column.map { "\($0): \(predicate)" } ?? predicate
    guard let head else { return jsonRow(rejection, reason) }
    var writer = CSVWriter(delimiter: head.delimiter)
    writer.append(["\(rejection.line)", reason])
    return rejection.rawRecord + [head.delimiter] + writer.bytes
  }

  /// An object gets two more members; anything else stays as it is.
  private func jsonRow(_ rejection: Rejection, _ reason: String) -> [UInt8] {
    var row = rejection.rawRecord
    while let last = row.last, last <= 0x20 { row.removeLast() }
    let newLine = UInt8(ascii: "\n")
    guard row.first == UInt8(ascii: "{"), row.popLast() == UInt8(ascii: "}") else {
      return rejection.rawRecord + [newLine]
    }
    let members = JSON.object([
      ("rejected_line", .integer(Int64(rejection.line))), ("rejected_reason", .string(reason)),
    ]).text(pretty: false)
    // An object without members has nothing to stand before a comma.
    let isEmpty = !row.dropFirst().contains { $0 > 0x20 }
    return row + Array((isEmpty ? "" : ",").utf8) + Array(members.utf8.dropFirst()) + [newLine]
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
    do { descriptor = try System.make(path) } catch {
      throw CommandFailure("\(path) cannot be created for the rejected rows: \(error.reason)")
    }
  }

  deinit { System.close(descriptor) }

  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    do { try System.write(bytes, to: descriptor) } catch {
      throw CommandFailure("\(path) cannot be written: \(error.reason)")
    }
  }
}
