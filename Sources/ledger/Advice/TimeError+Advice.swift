import LedgerCore

extension TimeError {
  /// The reason, with the option that states a zone.
  var advice: String {
    switch self {
    case .noZone(let text, offsetFits: true):
      "\"\(text)\" has no zone: add Z or an offset such as +00:00, or state the zone with --tz"
    case .noZone(let text, offsetFits: false):
      "\"\(text)\" has no zone: state the zone with --tz"
    case .ambiguousZone: "\(self) with --tz"
    case .notISO8601, .mismatch, .noSuchMonth, .noSuchDay, .noSuchTime, .noSuchTwelveHour,
      .wrongWeekday, .noSuchOffset, .unknownZone, .outsideYears, .skipped, .repeated:
      description
    }
  }
}
