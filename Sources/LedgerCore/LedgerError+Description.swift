extension LedgerError: CustomStringConvertible {
  /// One sentence that names the thing and says what is wrong with it.
  public var description: String {
    switch self {
    case .invalid(let field, let value, let reason), .contradicts(let field, let value, let reason):
      "\(field) \(quoted(value)): \(reason)"
    case .time(let field, let value, let error): Self.sentence(field, value, error.description)
    case .reversedDays(let first, let last): "the last day, \(last), is before the first, \(first)"
    case .openComparison(let period):
      "a comparison with \(quoted(period)) needs a period with a first and a last day, to count "
        + "back from"
    case .unknownMarket("", _): "market \"\" is empty: give a code such as UK"
    case .unknownMarket(let text, let near):
      "market \(quoted(text)) is not known\(didYouMean(near))"
    case .unknownCurrency("", _): "currency \"\" is empty: give a code of ISO 4217 such as GBP"
    case .unknownCurrency(let text, let near):
      "currency \(quoted(text)) is not one of ISO 4217\(didYouMean(near))"
    case .unknownMetric(let text, let known):
      "metric \(quoted(text)) is not known; the metrics are \(known.joined(separator: ", "))"
    case .unknownFigure(let text, let near):
      "metric \(quoted(text)) is not known\(didYouMean(near))"
    case .unknownEvent, .unknownEntry, .unknownName, .unknownVersion, .recordedLater,
      .unknownFinding, .unknownMember:
      absence
    case .conflict, .marketOfEvent, .amendedToNothing, .alreadyMember, .severalMemberships,
      .cannotVoid, .cannotRetire, .wrongType, .overflow:
      contradiction
    case .noBook, .bookExists, .fileExists, .notEmpty, .notAsRecorded, .notALedger, .newerBook,
      .olderBook, .cannotOpen, .notStill, .busy, .readOnly, .diskFull, .noRoom, .unsynced,
      .notMerged, .damaged, .file, .wrongState, .storage:
      fileFailure
    case .unsuitable, .moved, .foreignLog, .entriesMissing: identityFailure
    }
  }

  /// What is said of a value, without naming the value twice.
  public static func sentence(_ field: String, _ value: String, _ reason: String) -> String {
    reason.hasPrefix("\"\(value)\" ")
      ? "\(field) \(reason)" : "\(field) \(quoted(value)): \(reason)"
  }

  private var absence: String {
    switch self {
    case .unknownEvent(let key, let near, let count):
      "event \(quoted(key)) is not in the book\(didYouMean(near)); it holds "
        + (count == 0 ? "no events yet" : "\(count) \(count == 1 ? "event" : "events")")
    case .unknownEntry(let number, let last):
      "entry \(number) is not in the book; it holds "
        + (last == 0 ? "none yet" : last == 1 ? "entry 1" : "entries 1 to \(last)")
    case .unknownName(let thing, let name, let near):
      "\(thing.rawValue) \(quoted(name)) is not in the book\(didYouMean(near))"
    case .unknownVersion(let number, let query, let known):
      "query \(quoted(query)) has no version \(number); it has "
        + known.map { "\($0)" }.joined(separator: ", ")
    case .recordedLater(let field, let name, let entry):
      "\(field) \(quoted(name)) was not in the book as of entry \(entry); it was recorded later"
    case .unknownFinding(let rule, let subject):
      "finding \(quoted(subject)): \(rule) finds nothing there"
    case .unknownMember(let name, let market, let day, let near):
      "creator \(quoted(name)) has not joined in \(market) by \(day)"
        + didYouMean(near.map(quoted))
    // `description` names every case.
    default: ""
    }
  }

  private var contradiction: String {
    switch self {
    case .conflict(let fact, let given, let recorded, let remedy):
      "\(fact) is already recorded with another value: "
        + "recorded \(recorded); given \(given); \(remedy)"
    case .marketOfEvent(let event, let market, let given):
      "event \(quoted(event)) is of market \(market), not \(given): "
        + "leave the market out, or correct it"
    case .amendedToNothing(let event, let start, let end):
      "event \(quoted(event)) would end at \(end), which is not after its start, \(start)"
    case .alreadyMember(let creator, let joining, let since, let until):
      "\(quoted(creator)) cannot join on \(joining): they are a member from \(since)"
        + (until.map { " up to \($0)" } ?? ", and have not left: record that first")
    case .severalMemberships(let creator, let platforms):
      "creator \(quoted(creator)) is a member on several platforms "
        + "(\(platforms.joined(separator: ", "))): say which"
    case .cannotVoid(let entry, let reason): "entry \(entry) cannot be voided: \(reason)"
    case .wrongType(let parameter, let type):
      "parameter \(quoted(parameter)): is not of type \(type), which the saved query needs"
    case .cannotRetire(let query):
      "query \(quoted(query)) comes with the program and cannot be retired; one that is saved "
        + "under its name goes before it"
    case .overflow(let what):
      "\(what) would be too large to add up exactly: this was not recorded"
    // `description` names every case.
    default: ""
    }
  }

  private var fileFailure: String {
    switch self {
    case .noBook(let path): "there is no book at \(quoted(path))"
    case .bookExists(let path), .fileExists(let path):
      "\(quoted(path)) already exists and was left as it is: choose another name"
    case .notEmpty(let path, let entries):
      "\(quoted(path)) holds \(entries) \(entries == 1 ? "entry" : "entries") already: an export "
        + "is imported into an empty book"
    case .notAsRecorded(let flaw, let others):
      "\(flaw)" + (others > 0 ? " (and \(grouped(others)) more)" : "")
        + "; nothing was kept: take another export, or a backup"
    case .notALedger(let path): "\(quoted(path)) is not a ledger"
    case .newerBook(let path, let version, let supported):
      "\(quoted(path)) was made by a newer ledger (schema \(version), this program knows "
        + "\(supported)): install the newer program to open it"
    case .olderBook(let path, let version, let supported):
      "\(quoted(path)) was made by an older ledger (schema \(version), this program knows "
        + "\(supported)): bring it up to date first, or a copy of it if it cannot be written"
    case .file(let fault): fault.description
    case .wrongState(let reason): reason
    case .cannotOpen(let path):
      "\(quoted(path)) cannot be opened: check that its folder exists and that you may use it"
    case .notStill(let path, let reason): "\(quoted(path)) cannot be read where it is: \(reason)"
    case .busy(let path):
      "another process holds \(quoted(path)), and nothing was done: try again"
    case .readOnly(let path):
      "\(quoted(path)) cannot be written: check the permissions of the file and its folder"
    case .diskFull(let path):
      "the disk that holds \(quoted(path)) is full; nothing of this entry was recorded: make room "
        + "and try again"
    case .noRoom(let path):
      "there is no room for \(quoted(path)) on its disk, and nothing was left there: make room and "
        + "try again"
    case .unsynced(let path):
      "the disk did not confirm what was written to \(quoted(path)); whether this entry was "
        + "recorded is not known: check the disk, then the last entry"
    case .notMerged(let path, let detail):
      "what was recorded is safe in \(quoted(path + "-wal")), which cannot be merged into "
        + "\(quoted(path)) now (\(detail)): keep both files together; they are merged when the "
        + "next entry is recorded"
    case .damaged(let path, let detail):
      "\(quoted(path)) is damaged (\(detail)): restore it from a backup"
    case .storage(let message): "the book cannot be read or written: \(message)"
    // `description` names every case.
    default: ""
    }
  }
}

/// The names that may have been meant, in parentheses; nothing where there is none.
public func didYouMean(_ near: [String]) -> String {
  near.isEmpty ? "" : " (did you mean \(near.joined(separator: " or "))?)"
}

/// Whether a character can be seen; joiners are part of the letters and pictures beside them.
private func isShown(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control: false
  case .format: scalar == "\u{200C}" || scalar == "\u{200D}"
  default: true
  }
}

/// A value in double quotes, cut to a length that a sentence can bear, what cannot be seen escaped.
public func quoted(_ value: String) -> String {
  let limit = 80
  var text = ""
  for scalar in value.unicodeScalars.prefix(limit) {
    text += isShown(scalar) ? String(scalar) : scalar.escaped(asASCII: true)
  }
  return "\"" + text + (value.unicodeScalars.count > limit ? "…" : "") + "\""
}
