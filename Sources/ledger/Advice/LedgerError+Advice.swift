import LedgerCore

extension LedgerError {
  /// What a person reads who uses the command line: the sentence, with the option or the command
  /// that helps.
  var advice: String { advice(named: []) }

  /// The same, with the option of a command that gave a wrong word.
  ///
  /// `options`: the names of the command's options.
  func advice(named options: Set<Substring>) -> String {
    switch self {
    case .invalid(let field, let value, let reason), .contradicts(let field, let value, let reason):
      "\(Self.option(of: field, options)) \(quoted(value)): \(reason)"
    case .time(let field, let value, let error):
      Self.sentence(Self.option(of: field, options), value, error.advice)
    case .reversedDays(let first, let last): "--to \"\(last)\": is before --from, \(first)"
    case .openComparison(let word):
      "--compare \(quoted(word)): needs --from and --to"
    case .unknownMarket:
      "\(self); `ledger sql \"SELECT code, name FROM market\"` lists them all"
    case .unknownFigure: "\(self); `ledger explain` lists them"
    case .unknownEvent(let key, let near, let count):
      "event \(quoted(key)) is not in the book\(didYouMean(near)); "
        + (count == 0
          ? "it holds no events yet: `ledger add-event` records one"
          : "`ledger events` lists the \(count) that \(count == 1 ? "is" : "are")")
    case .unknownEntry(let number, let last):
      "entry \(number) is not in the book; "
        + (last == 0 ? "it holds none yet" : "`ledger log` lists 1 to \(last)")
    case .unknownName(let thing, _, _): "\(self)\(thing.advice)"
    case .unknownFinding: "\(self); `ledger verify` lists what it finds"
    case .unknownMember: "\(self): `ledger add-membership` records who has"
    case .conflict(_, _, _, let remedy):
      description.dropLast(remedy.description.count) + remedy.advice
    case .severalMemberships: "\(self) with --platform"
    case .noBook: "\(self): `ledger init` makes one, --db or LEDGER_DB names another"
    case .bookExists: "\(self) with --db"
    case .notEmpty: "\(self), which `ledger init` makes"
    case .notALedger: "\(self): --db or LEDGER_DB names another file"
    case .busy: "\(self), or wait longer with --wait"
    case .unsuitable(_, .severalNames): "\(self); `ledger move` renames a book"
    case .moved: "\(self); `ledger move` renames a book"
    case .foreignLog(let path):
      "\(self): move \(quoted(path + "-wal")) away, to the file it belongs to if there still "
        + "is one; then `ledger restore` makes a book of the file that is here now"
    case .entriesMissing:
      "\(self): look for a newer backup; `ledger restore` goes on from this one, under another name"
    case .olderBook(let path, let version, let supported):
      "\(quoted(path)) was made by an older ledger (schema \(version), this program knows "
        + "\(supported)), and rows have to be written to bring it up to date: `ledger upgrade` "
        + "does that, and keeps the book as it was"
    case .unsynced(let path):
      "the disk did not confirm what was written to \(quoted(path)); whether this entry was "
        + "recorded is not known: check the disk, then `ledger log` says"
    case .file(.unreadable(.profile, _, _)):
      "\(self); `ledger profiles` lists those that need no file"
    case .file(.cannotCreate(_, _)): "\(self); choose another name"
    case .wrongType: description.replacing("parameter", with: "--param", maxReplacements: 1)
    case .unknownCurrency, .unknownMetric, .unknownVersion, .recordedLater, .marketOfEvent,
      .amendedToNothing, .alreadyMember, .cannotVoid, .notAsRecorded, .cannotRetire, .overflow,
      .fileExists,
      .newerBook, .cannotOpen,
      .notStill, .readOnly, .diskFull, .noRoom, .notMerged, .damaged, .file, .wrongState, .storage,
      .unsuitable:
      description
    }
  }

  /// The option that gives a word: the one of its name, if the command has it, or the one of a part
  /// of a request.
  private static func option(of field: String, _ options: Set<Substring>) -> String {
    let own = "--" + String(field.map { $0 == " " ? "-" : $0 })
    return switch field {
    case _ where options.contains(own[...]): own
    case "claim", "survey": options.contains("--key") ? "--key" : field
    case "as of": "--as-of"
    case "citation", "from", "note", "to": "--" + field
    case "attachment": "--attach"
    case "comparison": "--compare"
    case "credit": "--credit"
    case "description": "--description"
    case "parameter": "--param"
    default: field
    }
  }
}

extension LedgerError.NamedThing {
  /// Which command lists what there is.
  fileprivate var advice: String {
    switch self {
    case .author: "; `ledger log` lists the entries with theirs"
    case .brand, .creator, .platform: "; `ledger events` lists the shows with theirs"
    case .claim: "; `ledger rollout --history` lists them"
    case .query: "; `ledger queries` lists them"
    case .relation: "; `ledger schema` lists them"
    case .setting: "; `ledger settings` lists them"
    case .surveyKind: "; `ledger surveys` lists the surveys with theirs"
    }
  }
}

extension LedgerError.ConflictRemedy {
  /// What to do on the command line, as a clause.
  var advice: String {
    switch self {
    case .restate: "--restate records it in place of the old one"
    case .amend:
      "choose another --event key for another show; `ledger amend-event` corrects this one"
    case .anotherClaim: "another claim needs its own key: --key, or the column claim"
    case .anotherSurvey: "another survey needs its own key: --key, or the column survey"
    case .anotherLine: "give another movement of this line its own line number"
    case .laterObservation:
      "a later export is recorded as well with --observed-at, the time when it was made"
    case .voidLeaving:
      "to correct it, `ledger void` the entry that recorded the leaving, and record it again"
    case .voidRecorded:
      "to correct it, `ledger void` the entry that recorded the old one, and record it again"
    case .newVersion: "saving it again makes a new version"
    case .recordAnew: "to correct it, `ledger void` the entry that recorded it, and record it again"
    }
  }
}
