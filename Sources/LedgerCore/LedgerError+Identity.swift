extension LedgerError {
  /// What is said where a file is not, or does not have, what was recorded under its name.
  var identityFailure: String {
    switch self {
    case .unsuitable(let path, let reason): reason.sentence(path)
    case .moved(let path, nil):
      "\(quoted(path)) was moved, replaced or deleted while it was open: open the book under the "
        + "name it has now"
    case .moved(let path, false?):
      "\(quoted(path)) was moved, replaced or deleted while it was open, and nothing of this entry "
        + "was recorded: open the book under the name it has now"
    case .moved(let path, true?):
      "\(quoted(path)) was moved, replaced or deleted while it was open: the last entry is not "
        + "acknowledged; the file that was opened has it, if that exists under another name"
    case .foreignLog(let path):
      "the log \(quoted(path + "-wal")) belongs to another file, which had the name of "
        + "\(quoted(path)) before, and was not merged into this one"
    case .entriesMissing(let path, let acknowledged, let last, let isReplaced):
      "\(quoted(path)): entry \(acknowledged.entry) was acknowledged; "
        + Self.ending(last, acknowledged)
        + (isReplaced
          ? " (an older copy, or another book, took its place)"
          : " (an older copy was written over it, its log was damaged or removed, or entries were "
            + "cut off)")
    // `description` names every case.
    default: ""
    }
  }

  private static func ending(_ last: Int64, _ acknowledged: Receipt) -> String {
    if last == 0 { return "the book has no entry" }
    return last < acknowledged.entry
      ? "the book ends at \(last)" : "the book has another entry \(acknowledged.entry)"
  }
}
