import LedgerCore
import Rows

/// The `setting` table: the versions of the book's settings.
struct SettingTable: Table {
  static let name = "setting"
  static let columns: [Column] = [.text("name"), .entry, .text("value", nullable: true)]
  static let key = ["name", "entry"]
  static let statements = [selectVersions]

  private static let selectVersions = """
    SELECT name, value, setting.entry, recorded_at, void.entry
    FROM setting
    JOIN entry ON entry.number = setting.entry
    LEFT JOIN void ON voided = setting.entry AND void.entry <= ?1
    WHERE setting.entry <= ?1
    ORDER BY setting.entry, name
    """

  let session: any BookSession

  func insert(_ setting: Setting, entry: any EntryWriter) throws(StorageError) {
    try entry.insert(
      [.text(setting.name.description), .integer(entry.number), .optional(setting.value)],
      into: Self.self)
  }

  /// All versions as of an entry, including those that had been voided; oldest entry first.
  func versions(asOf entry: Int64) throws(StorageError) -> [SettingRecord] {
    try session.rows(Self.selectVersions, .integer(entry)) { row throws(StorageError) in
      SettingRecord(
        setting: Setting(
          recorded: SettingName(recorded: try row.text(0)), try row.optionalText(1)),
        entry: try row.integer(2), recordedAt: try row.instant(3),
        voidedBy: try row.optionalInteger(4))
    }
  }
}
