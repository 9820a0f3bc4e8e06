import CBuild
public import LedgerCore
import SQLiteStorage

extension ProgramBuild {
  /// The build of the program that runs.
  ///
  /// Its commit is in a C file of its own, and only the build of a release names it.
  public static let current = ProgramBuild(
    commit: unsafe ledger_commit.map { unsafe String(cString: $0) },
    committedAt: unsafe ledger_commit_time.map { unsafe String(cString: $0) },
    configuration: configuration, platform: platform,
    sqliteVersion: SQLiteLedger.sqliteVersion, bookVersion: SQLiteLedger.schemaVersion)

  private static var configuration: String {
    #if DEBUG
      "debug"
    #else
      "release"
    #endif
  }

  private static var platform: String {
    #if os(Linux) && arch(x86_64)
      "linux-x86_64"
    #elseif os(Linux) && arch(arm64)
      "linux-aarch64"
    #else
      "other"
    #endif
  }
}
