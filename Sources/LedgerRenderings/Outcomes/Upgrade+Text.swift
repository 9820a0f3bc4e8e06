package import LedgerCore

extension Upgrade {
  /// The most figures that are listed one by one.
  private static let listed = 20

  /// What was done with the book at a path, and which figures changed.
  package func lines(of path: String) -> [String] {
    guard from < to || formerZones != nil else {
      return [
        "\(quoted(path)) is up to date (schema \(to), time zones of \(ZoneDatabase.release))"
      ]
    }
    var lines: [String] = []
    if from < to {
      lines.append("brought \(quoted(path)) up to date, from schema \(from) to \(to)")
    }
    if let formerZones {
      lines.append(
        "its time zones are those of tz release \(ZoneDatabase.release), no longer "
          + "\(formerZones)")
    }
    if let backup { lines.append("the book as it was: " + backup.text) }
    lines += changes.prefix(Self.listed).map { change in
      "\(change.row): \(change.figure) \(change.before ?? "–") → \(change.after ?? "–") "
        + "(\(change.rule))"
    }
    if changes.count > Self.listed {
      lines.append("and \(changes.count - Self.listed) more figures")
    }
    if changes.isEmpty { lines.append("all figures are the same as before") }
    return lines
  }
}
