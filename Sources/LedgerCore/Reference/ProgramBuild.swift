/// Which build of the program this is.
public struct ProgramBuild: Equatable, Sendable {
  /// The version of the program, such as `0.2.0`.
  public let version: String
  /// The commit it was built from; `nil` unless the build said it, as that of a release does.
  public let commit: String?
  /// When that commit was made, in ISO 8601 and UTC; never when the program was built, so that two
  /// builds of one commit are the same.
  public let committedAt: String?
  /// `release`, or `debug` with checks that a release leaves out.
  public let configuration: String
  /// The system and the processor it runs on, such as `linux-x86_64`.
  public let platform: String
  /// The version of SQLite that keeps its books.
  public let sqliteVersion: String
  /// The release of the tz database that it has.
  public let zoneRelease: String
  /// The version of the books that it makes; it reads older ones.
  public let bookVersion: Int

  package init(
    commit: String?, committedAt: String?, configuration: String, platform: String,
    sqliteVersion: String, bookVersion: Int
  ) {
    version = programVersion
    self.commit = commit
    self.committedAt = committedAt
    self.configuration = configuration
    self.platform = platform
    self.sqliteVersion = sqliteVersion
    zoneRelease = ZoneDatabase.release
    self.bookVersion = bookVersion
  }
}
