/// A line of the log: one entry, or all entries of one imported file.
public struct LogLine: Equatable, Sendable {
  /// The first entry.
  public private(set) var first: Entry
  /// The last entry.
  public let last: Entry
  /// How many facts all of them recorded.
  public private(set) var counts: Entry.Counts

  /// Creates the line of one entry.
  public init(_ entry: Entry) {
    first = entry
    last = entry
    counts = entry.counts
  }

  /// The lines of the log for entries, newest first; a file is listed where its last entry is.
  public static func lines(_ entries: [Entry]) -> [LogLine] {
    var places: [Int64: Int] = [:]
    var lines: [LogLine] = []
    for entry in entries {
      if let file = entry.firstOfImport {
        if let place = places[file] {
          lines[place].first = entry
          lines[place].counts = lines[place].counts + entry.counts
          continue
        }
        places[file] = lines.count
      }
      lines.append(LogLine(entry))
    }
    return lines
  }
}
