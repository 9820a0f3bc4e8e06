import LedgerCore

enum LedgerErrorCase: String, ErrorCase {
  case invalid, time, reversedDays, openComparison, unknownMarket, unknownCurrency, unknownMetric
  case unknownFigure, unknownEvent, unknownEntry, unknownName, unknownVersion, recordedLater
  case unknownFinding, unknownMember
  case conflict, contradicts, marketOfEvent, amendedToNothing, alreadyMember, severalMemberships,
    cannotVoid
  case cannotRetire, wrongType, overflow, noBook, bookExists, fileExists, notEmpty
  case notAsRecorded, notALedger, newerBook
  case olderBook, cannotOpen, notStill, busy, readOnly, diskFull, noRoom, unsynced, notMerged
  case damaged, file, wrongState, storage
  case unsuitable, moved, foreignLog, entriesMissing

  init(_ value: LedgerError) {
    self =
      switch value {
      case .invalid: .invalid
      case .time: .time
      case .reversedDays: .reversedDays
      case .openComparison: .openComparison
      case .unknownMarket: .unknownMarket
      case .unknownCurrency: .unknownCurrency
      case .unknownMetric: .unknownMetric
      case .unknownFigure: .unknownFigure
      case .unknownEvent: .unknownEvent
      case .unknownEntry: .unknownEntry
      case .unknownName: .unknownName
      case .unknownVersion: .unknownVersion
      case .unknownFinding: .unknownFinding
      case .recordedLater: .recordedLater
      case .unknownMember: .unknownMember
      case .conflict: .conflict
      case .contradicts: .contradicts
      case .marketOfEvent: .marketOfEvent
      case .amendedToNothing: .amendedToNothing
      case .alreadyMember: .alreadyMember
      case .severalMemberships: .severalMemberships
      case .cannotVoid: .cannotVoid
      case .cannotRetire: .cannotRetire
      case .wrongType: .wrongType
      case .overflow: .overflow
      case .noBook: .noBook
      case .bookExists: .bookExists
      case .fileExists: .fileExists
      case .notEmpty: .notEmpty
      case .notAsRecorded: .notAsRecorded
      case .notALedger: .notALedger
      case .newerBook: .newerBook
      case .olderBook: .olderBook
      case .cannotOpen: .cannotOpen
      case .notStill: .notStill
      case .busy: .busy
      case .readOnly: .readOnly
      case .diskFull: .diskFull
      case .noRoom: .noRoom
      case .unsynced: .unsynced
      case .notMerged: .notMerged
      case .damaged: .damaged
      case .file: .file
      case .wrongState: .wrongState
      case .storage: .storage
      case .unsuitable: .unsuitable
      case .moved: .moved
      case .foreignLog: .foreignLog
      case .entriesMissing: .entriesMissing
      }
  }
}
