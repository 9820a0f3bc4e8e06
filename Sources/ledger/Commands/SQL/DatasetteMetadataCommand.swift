import ArgumentParser
import LedgerCore
import SQLiteStorage

/// `ledger datasette-metadata`.
struct DatasetteMetadataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "datasette-metadata",
    abstract: "Print what Datasette is to say of a book, and ask of it.",
    discussion: """
      Examples:
        ledger datasette-metadata --output metadata.json
        datasette ledger.db --metadata metadata.json
      Views, tables and columns are described as `ledger schema` does, and the questions are those \
      that `ledger queries` lists; without a book, those that ship. docs/datasette.md has more.
      """)

  @OptionGroup var book: BookOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    do {
      try book.reading(write)
    } catch LedgerError.noBook where !book.isNamed {
      Messages.remark("no book is here: these are the questions that ship, for one named ledger.db")
      try write(SQLiteLedger.inMemory())
    }
  }

  private func write(_ ledger: SQLiteLedger) throws {
    try output.write(
      DatasetteMetadata.text(
        database: Self.stem(book.book), relations: ledger.schema(),
        questions: ledger.savedQuestions().map(\.question)))
  }

  /// What Datasette calls a file: its name without the last extension.
  private static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? path[...]
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex,
      name.index(after: dot) < name.endIndex
    else { return String(name) }
    return String(name[..<dot])
  }
}
