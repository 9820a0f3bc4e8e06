extension LedgerError {
  /// What kind of failure an error is, for who acts on it without reading it.
  ///
  /// The command line ends with a status by it, and a server answers with one:
  ///
  /// | code | exit status | HTTP |
  /// | --- | --- | --- |
  /// | ``notFound`` | 1 | 404 |
  /// | ``conflict`` | 1 | 409 |
  /// | ``invalid`` | 64 | 400 |
  /// | ``busy`` | 75 | 503, with `Retry-After` |
  /// | ``refused`` | 1 | 422 |
  /// | ``denied`` | 1 | 403 |
  /// | ``unavailable`` | 75 | 503 |
  /// | ``damaged`` | 3 | 500 |
  /// | ``full`` | 1 | 507 |
  /// | ``internal`` | 1 | 500 |
  public enum Code: String, CaseIterable, Sendable {
    /// The book, or the file, does not have what was asked for.
    case notFound
    /// What was given contradicts what is recorded, or a file that is there.
    case conflict
    /// What was given is wrong whatever a book holds: the spelling of a time, a number, a code.
    case invalid
    /// Somebody else holds the book; the same may work later.
    case busy
    /// This book or program does not do what was asked for, or cannot take what a file holds.
    case refused
    /// The system does not permit it.
    case denied
    /// The server of a book cannot be reached.
    case unavailable
    /// The book's bytes are not what they should be.
    case damaged
    /// There is no room.
    case full
    /// Something failed that nobody who asks can put right.
    case `internal`
  }

  /// What kind of failure it is.
  public var code: Code {
    switch self {
    case .invalid, .time, .reversedDays, .openComparison, .unknownMarket, .unknownCurrency,
      .unknownMetric, .unknownFigure:
      .invalid
    case .unknownEvent, .unknownEntry, .unknownName, .unknownVersion, .recordedLater,
      .unknownFinding, .unknownMember, .noBook:
      .notFound
    case .conflict, .contradicts, .marketOfEvent, .amendedToNothing, .alreadyMember, .bookExists,
      .fileExists,
      .notEmpty, .moved:
      .conflict
    case .severalMemberships, .cannotVoid, .cannotRetire, .wrongType, .overflow, .notAsRecorded,
      .notALedger, .newerBook, .wrongState, .unsuitable, .foreignLog:
      .refused
    case .cannotOpen, .readOnly, .olderBook, .notStill: .denied
    case .busy: .busy
    case .diskFull, .noRoom: .full
    case .damaged, .entriesMissing: .damaged
    case .file(let fault): fault.code
    case .unsynced, .notMerged, .storage: .internal
    }
  }

  /// The name and the text of the value that is wrong, where the error is about one.
  public var subject: (field: String, value: String)? {
    switch self {
    case .invalid(let field, let value, _), .contradicts(let field, let value, _),
      .time(let field, let value, _):
      (field, value)
    case .unknownMarket(let text, _): ("market", text)
    case .unknownCurrency(let text, _): ("currency", text)
    case .unknownMetric(let text, _), .unknownFigure(let text, _): ("metric", text)
    case .unknownEvent(let key, _, _): ("event", key)
    case .unknownName(.claim, let key, _): ("disputes", key)
    case .unknownName(let thing, let name, _): (thing.rawValue, name)
    case .recordedLater(let field, let name, _): (field, name)
    case .alreadyMember(_, let joining, _, _): ("joined", joining.description)
    case .unknownMember(let name, _, _, _), .severalMemberships(let name, _): ("creator", name)
    case .marketOfEvent(_, _, let given): ("market", given)
    case .wrongType(let parameter, _): ("parameter", parameter)
    case .unknownVersion(let number, _, _): ("version", "\(number)")
    case .reversedDays, .openComparison, .unknownEntry, .unknownFinding, .conflict,
      .amendedToNothing, .cannotVoid, .cannotRetire, .overflow, .noBook, .bookExists, .fileExists,
      .notEmpty, .notAsRecorded, .notALedger, .newerBook, .olderBook, .cannotOpen, .notStill, .busy,
      .readOnly, .diskFull, .noRoom, .unsynced, .notMerged, .damaged, .file, .wrongState, .storage,
      .unsuitable, .moved, .foreignLog, .entriesMissing:
      nil
    }
  }
}
