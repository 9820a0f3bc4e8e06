import ArgumentParser
import LedgerCore
import SQLiteStorage

/// `ledger schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Say what the tables and views of a book hold.",
    discussion: """
      Examples:
        ledger schema
        ledger schema event_summary
        ledger schema sale --format sql
      The views are made for people, and stay as they are; the tables are what is recorded.
      """)

  /// How it is said.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, sql, json, markdown, svg
  }

  @Argument(help: "One table or view; else all are listed.") var name: String?
  @Option(help: "How it is shown.") var format = Format.text

  func run() throws {
    // That of every book that this program opens.
    let all = try SQLiteLedger.inMemory().schema()
    let output = Output()
    let chosen = try name.map { [try Self.relation($0, of: all)] } ?? all
    switch format {
    case .text:
      try output.write(chosen.count == 1 ? SchemaText.page(chosen[0]) : SchemaText.list(all))
    case .sql: for relation in chosen { try output.write(relation.sql + ";\n") }
    case .json: try output.write(SchemaJSON.text(chosen))
    case .markdown: try output.write(SchemaMarkdown.page(chosen))
    case .svg: try output.write(SchemaDiagram.svg(chosen))
    }
    try output.flush()
  }

  private static func relation(
    _ name: String, of all: [SchemaDescription]
  ) throws -> SchemaDescription {
    if let found = all.first(where: { $0.name == name.lowercased() }) { return found }
    let near = nearest(to: name.lowercased(), among: all.map(\.name))
    let advice =
      near.isEmpty
      ? "`ledger schema` lists them" : "did you mean \(near.joined(separator: " or "))?"
    throw CommandFailure("there is no table or view \(quoted(name)): \(advice)")
  }
}
