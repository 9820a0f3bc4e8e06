public import ArgumentParser
public import LedgerCore
import LedgerKit

/// Which statement is run, and on which books.
struct SQLStatementOptions: ParsableArguments {
  @Argument(help: "The statement (default: that of --file, or standard input).")
  var text: String?

  @Option(
    name: [.customShort("f"), .customLong("file")],
    help: ArgumentHelp("A file with the statement; - is standard input.", valueName: "path"))
  var file: String?

  @Option(
    name: .customLong("param"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      """
      The value of a parameter :name; may be repeated. A whole or decimal number is read as one, \
      all else as text, unless a type is given: \(QueryParameter.typeList).
      """, valueName: "name[:type]=value"))
  var parameters: [QueryParameter] = []

  @Option(
    name: .customLong("attach"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Another book to read, with tables name.table; may be repeated.", valueName: "name=path"))
  var attachments: [Query.Attachment] = []

  func validate() throws {
    if text != nil, file != nil {
      throw ValidationError("give a statement or --file, not both")
    }
  }

  /// The statement, as it was given.
  func statement() throws(LedgerError) -> String {
    if let text { return text }
    return try Book.statement(inFile: file ?? "-")
  }

  /// Whether there is a statement, or a file with one.
  var isGiven: Bool { text != nil || file != nil }
}

extension QueryParameter: ExpressibleByArgument {}
