import Foundation
import LedgerCore

/// The compiled zones of this computer, with which tests compare.
enum TimeZoneDatabase {
  static let folder = "/usr/share/zoneinfo"
  static let isPresent = FileManager.default.fileExists(atPath: "\(folder)/zone1970.tab")
  static let absence = "skipped: no time zone database in /usr/share/zoneinfo (package tzdata)"

  struct Missing: Error {
    var name: String
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
      throw Missing(name: name)
    }
    return [UInt8](data)
  }

  static func zone(_ name: String) throws -> LedgerCore.TimeZone {
    try LedgerCore.TimeZone(name: name, tzif: try bytes(name))
  }

  /// The zones that differ since 1970, about 310.
  static func names() throws -> [String] {
    let table = try String(contentsOfFile: "\(folder)/zone1970.tab", encoding: .utf8)
    return table.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      line.split(separator: "\t").dropFirst(2).first.map(String.init)
    }
  }
}

/// An instant from text that the test knows to be right.
func instant(_ text: String) throws -> Instant {
  try TimeFormat.iso8601.instant(text, zone: nil)
}

/// What a clock shows, as in `2021-10-31 01:30`.
func civil(_ text: String) throws -> CivilTime {
  LedgerCore.TimeZone.utc.civil(try TimeFormat.iso8601.instant(text, zone: .utc))
}
