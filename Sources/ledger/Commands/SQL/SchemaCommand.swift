import ArgumentParser
import LedgerCore
import LedgerRenderings
import LedgerKit

/// `ledger schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Describe the tables and views of a book",
    discussion: """
      Examples:
        ledger schema
        ledger schema event_summary
        ledger schema sale --format sql

      Views are made for people, and stay as they are. Tables hold what is recorded.
      """)

  @Argument(help: "A table or view (default: list all).") var name: String?
  @Option(help: "The format of the output.") var format = SchemaFormat.text

  func run() throws {
    // Every book that this program opens has this schema.
    let all = try Book.inMemory().sql().schema()
    let chosen = try name.map { [try Self.relation($0, of: all)] } ?? all
    try Output.show(
      format.render(
        chosen, asking: { "ledger sql \"\($0)\"" },
        footer: "`ledger schema NAME` says what the columns mean.",
        origin: "Written by `ledger schema --format markdown`; `ledger schema NAME` prints a part "
          + "of it."))
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
