import LedgerCore
import Rows

/// Shows that may be one show under two keys.
extension Audit {
  /// How far apart two records of one show may begin.
  private static let nearby: Int64 = 15 * 60_000

  static let showsByStart = """
    SELECT id, key, market, platform, starts_at, entry
    FROM current_event
    ORDER BY market, platform, starts_at, key
    """
  static let creatorsOfShows = "SELECT event, creator FROM current_event_creator"

  private struct Show {
    let id: Int64
    let key: String
    let market: String
    let platform: String
    let start: Int64
    let entry: Int64
  }

  /// Finds shows of a market that begin on a platform within a quarter of an hour of another, and
  /// names the last one before.
  ///
  /// Those of different creators are different shows.
  func findTwins(_ result: inout Verification) throws(StorageError) {
    var creators: [Int64: Set<String>] = [:]
    try session.forEach(Self.creatorsOfShows) { row throws(StorageError) in
      creators[try row.integer(0), default: []].insert(try row.text(1))
    }
    var recent: [Show] = []
    try session.forEach(Self.showsByStart) { row throws(StorageError) in
      let show = Show(
        id: try row.integer(0), key: try row.text(1), market: try row.text(2),
        platform: try row.text(3), start: try row.integer(4), entry: try row.integer(5))
      recent.removeAll {
        $0.market != show.market || $0.platform != show.platform
          || show.start - $0.start > Self.nearby
      }
      let twin = recent.last { before in
        guard let own = creators[show.id], let others = creators[before.id] else { return true }
        return !own.isDisjoint(with: others)
      }
      if let before = twin {
        let minutes = (show.start - before.start) / 60_000
        result.add(
          AuditFinding(
            rule: .showRecordedTwice, subject: "\(before.key)/\(show.key)",
            entry: max(before.entry, show.entry),
            detail: "begin \(minutes) minute\(minutes == 1 ? "" : "s") apart on \(show.platform) "
              + "in \(show.market)"))
      }
      recent.append(show)
    }
  }
}
