import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings
import Terminal

/// The program.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "Keep a book of live shopping: shows, audiences and sales",
    discussion: """
      The book is one SQLite file: --db PATH, else $LEDGER_DB, else ledger.db in this folder. \
      Results go to standard output, messages to standard error.

      Exit status:
        0   done
        1   refused or failed
        2   done, but rows were rejected or a rule found likely mistakes
        3   the book is damaged
        64  wrong usage: wrong whatever the book says
        75  another process holds the book
        130 stopped by Ctrl-C (129: by SIGHUP, 143: by SIGTERM)

      --version --format json also names the commit that the program was built from, \
      and the releases of SQLite and of the tz database that it has.
      """,
    version: "ledger \(programVersion) (\(Book.engine))",
    groupedSubcommands: [
      CommandGroup(
        name: "Record",
        subcommands: [
          InitCommand.self, AddEventCommand.self, AmendEventCommand.self, AddAudienceCommand.self,
          AddSaleCommand.self, AddCreditCommand.self, AddMarkCommand.self,
          AddCoverageCommand.self,
          AddTargetCommand.self, AddClaimCommand.self, AddSurveyCommand.self,
          AddMembershipCommand.self, EndMembershipCommand.self,
          SameShowCommand.self, AddAliasCommand.self, VoidCommand.self, SetCommand.self,
          ForgetCommand.self,
        ]),
      CommandGroup(name: "Import", subcommands: [ImportCommand.self, ProfilesCommand.self]),
      CommandGroup(
        name: "Report",
        subcommands: [
          ReportCommand.self, ReadinessCommand.self, CreatorsCommand.self, RolloutCommand.self,
          ReconcileCommand.self, ShiftsCommand.self, ExplainCommand.self,
        ]),
      CommandGroup(
        name: "Look up",
        subcommands: [
          EventsCommand.self, ShowCommand.self, LogCommand.self, TargetsCommand.self,
          SurveysCommand.self, RatesCommand.self, DriftCommand.self,
          SettingsCommand.self, CoveragesCommand.self, CreditsCommand.self, SameShowsCommand.self,
          MarksCommand.self,
          AliasesCommand.self,
        ]),
      CommandGroup(
        name: "SQL",
        subcommands: [
          SQLCommand.self, QueriesCommand.self, SchemaCommand.self, DatasetteMetadataCommand.self,
        ]),
      CommandGroup(
        name: "Keep safe",
        subcommands: [
          VerifyCommand.self, AcceptCommand.self, BackupCommand.self, RestoreCommand.self,
          ExportCommand.self, MoveCommand.self, UpgradeCommand.self,
        ]),
    ])

  // Its options are taken before the command as well as after it.
  @OptionGroup var book: BookOptions
}

@main
enum Program {
  static func main() {
    System.openStandardDescriptors()
    System.shareMemory()
    System.ignoreSignalsOfFailedWrites()
    var running: (any ParsableCommand)?
    do {
      guard System.argumentsAreUTF8() else {
        throw ValidationError("an argument is not UTF-8 text: check the terminal's encoding")
      }
      let arguments = RenamedCommand.current(Array(CommandLine.arguments.dropFirst()))
      if let format = try VersionQuestion.format(in: arguments) {
        return try Output.show(format.render(.current))
      }
      try UnknownCommand.refuse(arguments)
      try RepeatedOption.refuse(arguments)
      var command = try LedgerCommand.parseAsRoot(arguments)
      running = command
      try command.run()
      if Messages.failedStatus != 0 { throw ExitCode(Messages.failedStatus) }
    } catch { end(error, of: running) }
  }

  /// Says what is wrong, or what help was asked for, and ends the program.
  private static func end(_ error: any Error, of command: (any ParsableCommand)?) -> Never {
    if error is Output.Closed { LedgerCommand.exit() }
    if let failure = CommandFailure(error, of: command) ?? CommandFailure(parser: error) {
      Messages.show("ledger: \(failure.sentence)")
      LedgerCommand.exit(withError: ExitCode(failure.status))
    }
    let help = LedgerCommand.fullMessage(for: error)
    guard !help.isEmpty else { LedgerCommand.exit(withError: error) }
    do { try Output.show(help + "\n") } catch { end(error, of: command) }
    LedgerCommand.exit()
  }
}

extension CommandFailure {
  /// What the parser says of arguments; `nil` where it has no message, or one that is no failure.
  fileprivate init?(parser error: any Error) {
    let code = LedgerCommand.exitCode(for: error)
    let message = LedgerCommand.fullMessage(for: error)
    guard !code.isSuccess, !message.isEmpty else { return nil }
    let label = "Error: "
    self.init(
      String(message.hasPrefix(label) ? message.dropFirst(label.count) : message[...]),
      status: code.rawValue)
  }
}
