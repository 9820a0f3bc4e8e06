import ArgumentParser
import SQLiteStorage

/// The program.
struct Ledger: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "Keeps a book of live-shopping events, audiences and sales, and reports on it.",
    discussion: """
      The book is one SQLite file: --db PATH, else LEDGER_DB, else ledger.db in this folder.
      Data goes to standard output, talk to standard error. The exit status is 0 when done, 1 when
      refused or failed, 2 when done but some rows were rejected or a rule of `ledger verify` found
      something, 3 when the book is damaged, 64 for what is wrong whatever the book says, 75 when
      another process holds the book.
      """,
    version: "ledger \(programVersion) (SQLite \(SQLiteLedger.sqliteVersion))",
    subcommands: [
      Init.self, AddEvent.self, AmendEvent.self, AddAudience.self, AddSale.self, AddClaim.self,
      AddSurvey.self,
      AddTarget.self, AddMembership.self, EndMembership.self, Import.self, Profiles.self,
      ReportCommand.self, Explain.self, ReadinessCommand.self, Creators.self, ShowRollout.self,
      Surveys.self, Targets.self, Rates.self,
      Events.self, Show.self, DriftCommand.self, Log.self, Void.self, Verify.self, Accept.self,
      SQL.self,
      Queries.self, SchemaCommand.self, DatasetteCommand.self,
      Backup.self, Restore.self, Export.self,
    ])

  // Its options are taken before the command as well as after it.
  @OptionGroup var book: BookOptions
}

/// The version of this program; `CHANGELOG.md` says what is in it.
let programVersion = "0.1.0"

@main
enum Program {
  static func main() {
    System.ignoreSignalsOfFailedWrites()
    do {
      guard System.argumentsAreUTF8() else {
        throw ValidationError("an argument is not UTF-8 text: check the terminal's encoding")
      }
      let arguments = Array(CommandLine.arguments.dropFirst())
      try UnknownCommand.refuse(arguments)
      try RepeatedOption.refuse(arguments)
      var command = try Ledger.parseAsRoot()
      try command.run()
    } catch is Output.Closed {
      Ledger.exit()
    } catch {
      guard let failure = CommandFailure(error) ?? CommandFailure(parser: error) else {
        Ledger.exit(withError: error)
      }
      Talk.say("ledger: \(failure.sentence)")
      Ledger.exit(withError: ExitCode(failure.status))
    }
  }
}

extension CommandFailure {
  /// What the parser says of arguments; `nil` where it has no message, or one that is no failure.
  fileprivate init?(parser error: any Error) {
    let code = Ledger.exitCode(for: error)
    let message = Ledger.fullMessage(for: error)
    guard !code.isSuccess, !message.isEmpty else { return nil }
    let label = "Error: "
    self.init(
      String(message.hasPrefix(label) ? message.dropFirst(label.count) : message[...]),
      status: code.rawValue)
  }
}
