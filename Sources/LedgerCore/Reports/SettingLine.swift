/// A line of the list of settings: one that is set, or one that could be.
public struct SettingLine: Equatable, Sendable {
  /// Its name; `zone.XX` where it could be set for each market.
  public let name: String
  /// The version that applies; `nil` if it is not set.
  public let record: SettingRecord?
  /// What it decides; `nil` for a name that only a newer program knows.
  public let definition: SettingDefinition?

  /// Makes a line.
  public init(name: String, record: SettingRecord?, definition: SettingDefinition?) {
    self.name = name
    self.record = record
    self.definition = definition
  }

  /// The settings of a book, by name, then those that are not set.
  public static func lines(_ records: [SettingRecord]) -> [SettingLine] {
    let set = records.map {
      SettingLine(
        name: $0.setting.name.description, record: $0, definition: $0.setting.name.kind?.definition)
    }
    // What each market has can always be set for another one.
    let names = Set(set.map(\.name))
    return set
      + SettingKind.allCases.filter { !names.contains($0.pattern) }.map {
        SettingLine(name: $0.pattern, record: nil, definition: $0.definition)
      }
  }
}
