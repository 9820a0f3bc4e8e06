/// Why the ledger refused, or could not do, what it was asked.
public enum LedgerError: Error, Equatable, Sendable {
  /// A fact cannot have this value.
  case invalid(field: String, value: String, reason: String)
  /// No such market; `near` are codes that look like it.
  case unknownMarket(String, near: [String])
  /// No such currency; `near` are codes that look like it.
  case unknownCurrency(String, near: [String])
  /// No such kind of audience count; `known` are all there are.
  case unknownMetric(String, known: [String])
  /// No such event; `near` are keys that look like it, `count` is how many the book holds.
  case unknownEvent(String, near: [String], count: Int)
  /// No such entry; `last` is the newest there is.
  case unknownEntry(Int64, last: Int64)
  /// An entry cannot be taken back.
  case cannotVoid(entry: Int64, reason: String)
  /// A sale says one market and its event another.
  case marketOfEvent(event: String, market: String, given: String)
  /// The key is taken, with another value.
  case conflict(fact: String, given: String, recorded: String, advice: String)
  /// A total no longer fits a 64-bit integer.
  case overflow(String)

  /// There is no file of that name.
  case noBook(path: String)
  /// A file of that name is there already.
  case bookExists(path: String)
  /// A file that would be written is there already.
  case fileExists(path: String)
  /// A book has to be empty for what is to be done with it.
  case notEmpty(path: String, entries: Int64)
  /// The file is something else than a ledger.
  case notALedger(path: String)
  /// A newer program made the file.
  case newerBook(path: String, version: Int, supported: Int)
  /// The file cannot be opened at all.
  case cannotOpen(path: String)
  /// Another process holds the book and did not let go in time.
  case busy(path: String)
  /// The file or its folder cannot be written.
  case readOnly(path: String)
  /// The disk is full; nothing of the last entry was recorded.
  case diskFull(path: String)
  /// The disk did not confirm the last entry, which may be recorded or not.
  case unsynced(path: String)
  /// What was recorded is safe in the log, which could not be merged into the file.
  case notMerged(path: String, detail: String)
  /// An older program made the file, which has to be brought up to date and cannot be written.
  case olderBook(path: String, version: Int, supported: Int)
  /// The file may be read only as it is, and somebody may be writing to it.
  case notStill(path: String, reason: String)
  /// The disk is full; nothing is left of a file that was to be made.
  case noRoom(path: String)
  /// The file's bytes are not what they should be.
  case damaged(path: String, detail: String)
  /// The storage failed in another way; the detail is the backend's own.
  case storage(String)
  /// A question in SQL is wrong.
  case query(String)
}

extension LedgerError: CustomStringConvertible {
  /// One sentence that names the thing and says what to do.
  public var description: String {
    switch self {
    case .invalid(let field, let value, let reason):
      // Errors of times name the text, too.
      reason.hasPrefix("\"\(value)\" ")
        ? "\(field) \(reason)" : "\(field) \(quoted(value)): \(reason)"
    case .unknownMarket("", _):
      "market \"\" is empty: give a code such as UK; "
        + "`ledger sql \"SELECT code, name FROM market\"` lists them all"
    case .unknownMarket(let text, let near):
      "market \(quoted(text)) is not known" + didYouMean(near)
        + "; `ledger sql \"SELECT code, name FROM market\"` lists them all"
    case .unknownCurrency("", _):
      "currency \"\" is empty: give a code of ISO 4217 such as GBP"
    case .unknownCurrency(let text, let near):
      "currency \(quoted(text)) is not one of ISO 4217" + didYouMean(near)
    case .unknownMetric(let text, let known):
      "metric \(quoted(text)) is not known; the metrics are \(known.joined(separator: ", "))"
    case .unknownEvent(let key, let near, let count):
      "event \(quoted(key)) is not in the ledger" + didYouMean(near) + "; "
        + (count == 0
          ? "it holds no events yet: `ledger add-event` records one"
          : "`ledger events` lists the \(count) that \(count == 1 ? "is" : "are")")
    case .unknownEntry(let number, let last):
      "entry \(number) is not in the ledger; "
        + (last == 0 ? "it holds none yet" : "`ledger log` lists 1 to \(last)")
    case .cannotVoid(let entry, let reason):
      "entry \(entry) cannot be voided: \(reason)"
    case .marketOfEvent(let event, let market, let given):
      "event \(quoted(event)) is of market \(market), not \(given): "
        + "leave the market out, or mend it"
    case .conflict(let fact, let given, let recorded, let advice):
      "\(fact) is recorded already with another value: "
        + "recorded \(recorded); given \(given); \(advice)"
    case .overflow(let what):
      "\(what) would be too large to add up exactly; nothing was recorded"
    case .noBook(let path):
      "there is no ledger at \(quoted(path)): `ledger init` makes one, "
        + "--db or LEDGER_DB names another"
    case .bookExists(let path):
      "\(quoted(path)) exists already and was left as it is: choose another name with --db"
    case .fileExists(let path):
      "\(quoted(path)) exists already and was left as it is: choose another name"
    case .notEmpty(let path, let entries):
      "\(quoted(path)) holds \(entries) \(entries == 1 ? "entry" : "entries") already: an export "
        + "is imported into an empty book, which `ledger init` makes"
    case .notALedger(let path):
      "\(quoted(path)) is not a ledger: --db or LEDGER_DB names another file"
    case .newerBook(let path, let version, let supported):
      "\(quoted(path)) was made by a newer ledger (schema \(version), this program knows "
        + "\(supported)): install the newer program to open it"
    case .cannotOpen(let path):
      "\(quoted(path)) cannot be opened: check that its folder exists and that you may use it"
    case .busy(let path):
      "another process is writing to \(quoted(path)); nothing of this entry was recorded: try "
        + "again, or wait longer with --wait"
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
        + "recorded is not known: check the disk, then `ledger log` says"
    case .notMerged(let path, let detail):
      "what was recorded is safe in \(quoted(path + "-wal")), which cannot be merged into "
        + "\(quoted(path)) now (\(detail)): keep both files together; the next command that "
        + "records merges them"
    case .olderBook(let path, let version, let supported):
      "\(quoted(path)) was made by an older ledger (schema \(version), this program knows "
        + "\(supported)), and cannot be brought up to date where it is: copy it to where it can be "
        + "written"
    case .notStill(let path, let reason):
      "\(quoted(path)) cannot be read where it is: \(reason)"
    case .damaged(let path, let detail):
      "\(quoted(path)) is damaged (\(detail)): restore it from a backup"
    case .storage(let message):
      "the ledger cannot be read or written: \(message)"
    case .query(let message):
      message
    }
  }

  private func didYouMean(_ near: [String]) -> String {
    near.isEmpty ? "" : " (did you mean \(near.joined(separator: " or "))?)"
  }
}

/// A value in double quotes, cut to a length that a sentence can bear, control characters escaped.
public func quoted(_ value: String) -> String {
  let limit = 80
  var text = ""
  for scalar in value.unicodeScalars.prefix(limit) {
    let isControl = scalar.properties.generalCategory == .control
    text += isControl ? scalar.escaped(asASCII: true) : String(scalar)
  }
  return "\"" + text + (value.unicodeScalars.count > limit ? "…" : "") + "\""
}
