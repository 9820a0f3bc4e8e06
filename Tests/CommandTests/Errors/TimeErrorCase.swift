import LedgerCore

enum TimeErrorCase: String, ErrorCase {
  case noZone, notISO8601, mismatch, noSuchMonth, noSuchDay, noSuchTime, noSuchTwelveHour
  case wrongWeekday, noSuchOffset, unknownZone, ambiguousZone, outsideYears, skipped, repeated

  init(_ value: TimeError) {
    self =
      switch value {
      case .noZone: .noZone
      case .notISO8601: .notISO8601
      case .mismatch: .mismatch
      case .noSuchMonth: .noSuchMonth
      case .noSuchDay: .noSuchDay
      case .noSuchTime: .noSuchTime
      case .noSuchTwelveHour: .noSuchTwelveHour
      case .wrongWeekday: .wrongWeekday
      case .noSuchOffset: .noSuchOffset
      case .unknownZone: .unknownZone
      case .ambiguousZone: .ambiguousZone
      case .outsideYears: .outsideYears
      case .skipped: .skipped
      case .repeated: .repeated
      }
  }
}

enum TimeFormatErrorCase: String, ErrorCase {
  case empty, unknownToken, openQuote, repeatedField, missing, twelveHoursWithoutMarker
  case markerWithoutTwelveHours, finerWithout, runsTogether

  init(_ value: TimeFormatError) {
    self =
      switch value {
      case .empty: .empty
      case .unknownToken: .unknownToken
      case .openQuote: .openQuote
      case .repeatedField: .repeatedField
      case .missing: .missing
      case .twelveHoursWithoutMarker: .twelveHoursWithoutMarker
      case .markerWithoutTwelveHours: .markerWithoutTwelveHours
      case .finerWithout: .finerWithout
      case .runsTogether: .runsTogether
      }
  }
}

enum TimeZoneErrorCase: String, ErrorCase {
  case notTZif, unknownVersion, cutShort, leapSeconds, damaged

  init(_ value: TimeZoneError) {
    self =
      switch value.reason {
      case .notTZif: .notTZif
      case .unknownVersion: .unknownVersion
      case .cutShort: .cutShort
      case .leapSeconds: .leapSeconds
      case .damaged: .damaged
      }
  }
}

enum NumberErrorCase: String, ErrorCase {
  case notANumber, notWhole, tooFine, tooLarge

  init(_ value: NumberError) {
    self =
      switch value {
      case .notANumber: .notANumber
      case .notWhole: .notWhole
      case .tooFine: .tooFine
      case .tooLarge: .tooLarge
      }
  }
}

enum ConversionFailureCase: String, ErrorCase {
  case noRate, tooLarge

  init(_ value: ConversionFailure) {
    self =
      switch value {
      case .noRate: .noRate
      case .tooLarge: .tooLarge
      }
  }
}
