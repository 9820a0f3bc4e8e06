/// What the log lists: an entry, or all entries of one loaded file.
public struct LogLine: Equatable, Sendable {
  /// The first entry.
  public private(set) var first: Entry
  /// The last entry.
  public let last: Entry
  /// What all of them recorded.
  public private(set) var counts: Entry.Counts

  /// Makes the line of one entry.
  public init(_ entry: Entry) {
    first = entry
    last = entry
    counts = entry.counts
  }

  /// Draws up the log of entries that stand newest first; a file stands where its last entry does.
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
