import ArgumentParser
import LedgerCore
import SQLiteStorage

/// Which statement is run, on what.
struct SQLSource: ParsableArguments {
  @Argument(help: "One statement; else --file, else standard input.")
  var text: String?

  @Option(
    name: [.customShort("f"), .customLong("file")],
    help: ArgumentHelp("A file with one statement; - for standard input.", valueName: "path"))
  var file: String?

  @Option(
    name: .customLong("param"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      """
      The value of a parameter, as :name in the statement. A whole or decimal number is one, all \
      else is text, unless a type says otherwise: \(SQLParameter.typeList).
      """, valueName: "name[:type]=value"))
  var parameters: [SQLParameter] = []

  @Option(
    name: .customLong("attach"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Another ledger to read as well; its tables are name.table.", valueName: "name=path"))
  var attachments: [SQLAttachment] = []

  func validate() throws {
    if text != nil, file != nil {
      throw ValidationError("a statement and --file are two questions: leave one out")
    }
  }

  /// The statement, as it was given.
  func statement() throws -> String {
    if let text { return text }
    if let file, file != "-" {
      return try Self.checked(
        System.contents(of: file, limit: Question.sizeLimit + 4), from: quoted(file))
    }
    return try Self.checked(
      System.contents(of: 0, limit: Question.sizeLimit + 4), from: "standard input")
  }

  /// Whether there is a statement, or a file with one.
  var isGiven: Bool { text != nil || file != nil }

  private static func checked(_ bytes: [UInt8]?, from name: String) throws -> String {
    guard var bytes else {
      throw CommandFailure(
        "\(name) cannot be read, or has more than the \(grouped(Int64(Question.sizeLimit))) bytes "
          + "that a statement may have")
    }
    // What some editors put before UTF-8.
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { bytes.removeFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure("\(name) is not UTF-8 text: save it as that", .invalid)
    }
    return text
  }
}

/// Another book, and the name by which the statement calls it.
struct SQLAttachment: ExpressibleByArgument {
  let name: String
  let path: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "=") else { return nil }
    name = String(argument[..<sign])
    path = String(argument[argument.index(after: sign)...])
    if name.isEmpty || path.isEmpty { return nil }
  }
}
