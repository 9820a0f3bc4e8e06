import ArgumentParser
import LedgerCore
import LedgerImport
import LedgerKit

/// `ledger profiles new`.
struct NewProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Draft a profile from a file",
    usage: "ledger profiles new [<options>] <file>",
    discussion: """
      Example:
        ledger profiles new shows-2026.xlsx > shows.toml

      It looks at the names and values of the columns, and says of each line of the profile how \
      sure it is. Columns of money are always unsure: compare their sums with what the platform \
      shows. What the profile would record of the first rows follows on standard error.
      """)

  @Option(help: "What a row is (default: guessed).") var records: Rows?
  @Option(help: ArgumentHelp("The sheet of an Excel workbook.", valueName: "name"))
  var sheet: String?
  @Option(
    help: ArgumentHelp(
      "What separates the fields of CSV: , ; | or tab (default: guessed).", valueName: "character"))
  var delimiter: Delimiter?
  @Option(help: "How text is written (default: utf-8, or utf-16 if it is that).")
  var encoding: String?
  @OptionGroup var time: TimeOptions
  @Argument(help: ArgumentHelp("A file of CSV, JSON Lines or Excel (xlsx).", valueName: "file"))
  var path: String

  enum Rows: String, CaseIterable, ExpressibleByArgument {
    case sales, shows, audience
  }

  func validate() throws {
    if let encoding { try InputOptions.check(encoding: encoding) }
  }

  func run() throws {
    var request = ImportRequest(records.flatMap { RecordType(rawValue: $0.rawValue) })
    request.layout = FileLayout(delimiter: delimiter?.byte, sheet: sheet)
    request.layout.encoding = encoding.flatMap(FileLayout.encoding)
    request.zone = time.zoneName
    let draft = try Book.inMemory().draftProfile(path, request)
    try Output.show(draft.toml)
    if !draft.facts.isEmpty { Messages.remark("the first facts that it would record:") }
    for fact in draft.facts { Messages.remark("  \(fact)") }
    for fault in draft.faults { Messages.remark("rejected: \(fault)") }
    if !draft.missing.isEmpty {
      Messages.remark("no column says: \(draft.missing.joined(separator: ", "))")
    }
    if draft.needsZone {
      Messages.remark(
        "no column says the zone of times: it is that of the market where it has one, else --tz")
    }
  }
}
