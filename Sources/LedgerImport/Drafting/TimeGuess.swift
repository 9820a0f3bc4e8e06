import LedgerCore

/// Finds the formats of times by their texts.
enum TimeGuess {
  /// The patterns that files use, those that say most first.
  private static let patterns: [(name: String, format: ProfileTimeFormat)] = {
    let days = [
      "yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "dd/MM/yyyy", "MM/dd/yyyy", "dd.MM.yyyy",
      "dd-MM-yyyy", "MM-dd-yyyy", "d/M/yyyy", "M/d/yyyy", "d.M.yyyy", "dd/MM/yy", "MM/dd/yy",
      "d/M/yy", "M/d/yy", "dd.MM.yy", "MMM d, yyyy", "MMMM d, yyyy", "d MMM yyyy", "d MMMM yyyy",
      "d-MMM-yyyy", "MMM-dd-yy", "EEE MMM dd yyyy", "EEEE d MMMM yyyy", "EEEE d'th' MMMM yyyy",
      "EEEE d'st' MMMM yyyy", "EEEE d'nd' MMMM yyyy", "EEEE d'rd' MMMM yyyy",
    ]
    let times = [
      "", " HH:mm", " HH:mm:ss", " H:mm", " H:mm:ss", " h:mm a", " h:mm:ss a", "/ HH:mm",
      " HH:mm XXX", " HH:mm:ss XXX", " HH:mm:ssXXX",
    ]
    let names = ["iso8601"] + days.flatMap { day in times.map { day + $0 } } + ["unix", "unix-ms"]
    return names.compactMap { name in
      do throws(TimeFormatError) { return (name, try ProfileTimeFormat(name)) } catch {
        return nil
      }
    }
  }()

  /// The formats that read all of the texts but a few, such as those of a row of totals.
  ///
  /// Several if only together they read what one of them does not, or if day and month may stand in
  /// either order; none if they are no times.
  static func formats(of texts: [String]) -> [String] {
    let most = texts.count - texts.count / 20 - (texts.count > 2 ? 1 : 0)
    guard most > 0 else { return [] }
    var chosen: [(name: String, format: ProfileTimeFormat)] = []
    var unread = texts
    while unread.count > texts.count - most {
      let counted = patterns.map { pattern in
        (pattern, unread.count { reads(pattern.format, $0) })
      }
      guard let best = counted.max(by: { $0.1 < $1.1 }), best.1 * 4 >= unread.count,
        chosen.count < 4
      else { return [] }
      let found = counted.first { $0.1 == best.1 }?.0 ?? best.0
      chosen.append(found)
      if let order = found.format.order,
        let other = counted.first(where: { pattern, count in
          pattern.format.order.map { $0 != order } ?? false && count == best.1
        })
      {
        chosen.append(other.0)
      }
      unread.removeAll { reads(found.format, $0) }
    }
    return chosen.map(\.name)
  }

  /// Whether a text is a time in one of the formats, for none of which it needs a zone.
  private static func reads(_ format: ProfileTimeFormat, _ text: String) -> Bool {
    do throws(TimeError) {
      let instant = try format.instant(text.utf8Span.span, zone: .utc)
      // A number of seconds may be any number; those of this century are times.
      let isLikely = instant.milliseconds > 946_684_800_000
      return !format.isUnix || isLikely
    } catch {
      return false
    }
  }

  /// Whether a text is a time of day: `20:15`.
  static func isTimeOfDay(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hour = Int(parts[0]), (0...23).contains(hour) else {
      return false
    }
    return parts.dropFirst().allSatisfy { $0.count == 2 && Int($0).map { $0 < 60 } ?? false }
  }
}
