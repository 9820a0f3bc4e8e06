import ArgumentParser
import LedgerCore
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
      something, 3 when it found the book damaged, 64 for wrong usage, 75 when another process holds
      the book.
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

@main
enum Program {
  static func main() {
    System.ignoreSignalsOfFailedWrites()
    do {
      guard System.argumentsAreUTF8() else {
        throw ValidationError("an argument is not UTF-8 text: check the terminal's encoding")
      }
      try UnknownCommand.refuse(Array(CommandLine.arguments.dropFirst()))
      var command = try Ledger.parseAsRoot()
      try command.run()
    } catch let failure as CommandFailure {
      end(failure.sentence, status: failure.status)
    } catch let error as LedgerError {
      end(error.description, status: error.exitStatus)
    } catch is Output.Closed {
      Ledger.exit()
    } catch {
      Ledger.exit(withError: error)
    }
  }

  private static func end(_ sentence: String, status: Int32) -> Never {
    Talk.say("ledger: \(sentence)")
    Ledger.exit(withError: ExitCode(status))
  }
}

extension LedgerError {
  /// EX_TEMPFAIL of sysexits.h for a book that is busy.
  fileprivate var exitStatus: Int32 {
    if case .busy = self { 75 } else { 1 }
  }
}
