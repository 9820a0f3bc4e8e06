import LedgerCore
import Rows

/// Adds up audience counts, in the order of their key, and compares them with the stored totals.
struct AudienceCheck {
  /// What a row of `audience_total` contains, in the order of its columns.
  private struct Totals: Equatable {
    var counts: Int128 = 0
    var firstAt: Int64 = 0
    var lastAt: Int64 = 0
    var latest: Int64 = 0
    var peak: Int64 = .min
    var peakAt: Int64 = 0
    var twiceArea: Int128 = 0
    var unobserved: Int64?
    var unobservedTwiceArea: Int64?

    mutating func add(_ point: AudienceCountTable.Point) {
      if counts == 0 {
        firstAt = point.at
      } else {
        twiceArea += (Int128(latest) + Int128(point.count)) * (Int128(point.at) - Int128(lastAt))
      }
      counts += 1
      (lastAt, latest) = (point.at, point.count)
      if point.count > peak { (peak, peakAt) = (point.count, point.at) }
    }
  }

  /// Where a running total fell, although it can only rise.
  private struct Falls {
    let from: Int64
    let to: Int64
    let at: Int64
    let entry: Int64
    var number = 1
  }

  private let known: KnownRows
  private var kept: [CurveKey: Totals] = [:]
  private var key = CurveKey(event: .min, metric: .min)
  private var totals = Totals()
  private var gaps: GapCheck
  /// The last point; a later entry may have another value for it.
  private var point: AudienceCountTable.Point?
  private var pointEntry: Int64 = .min
  private var isVoid: (entry: Int64, value: Bool) = (.min, false)
  private var flaws: [Verification.Flaw] = []
  private var findings: [AuditFinding] = []
  private var falls: Falls?
  private var rises = false
  private var curves: Int64 = 0
  private var rows: Int64 = 0

  init(session: any BookSession, known: KnownRows) throws(StorageError) {
    self.known = known
    gaps = try GapCheck(session: session)
    try session.forEach(
      """
      SELECT event, metric, counts, first_at, last_at, latest, peak, peak_at, twice_area,
        unobserved, unobserved_twice_area
      FROM audience_total
      """
    ) { row throws(StorageError) in
      kept[CurveKey(event: try row.integer(0), metric: try row.integer(1))] = Totals(
        counts: Int128(try row.integer(2)), firstAt: try row.integer(3),
        lastAt: try row.integer(4), latest: try row.integer(5), peak: try row.integer(6),
        peakAt: try row.integer(7), twiceArea: Int128(try row.integer(8)),
        unobserved: try row.optionalInteger(9),
        unobservedTwiceArea: try row.optionalInteger(10))
    }
  }

  /// Takes the next row of `audience_count`.
  mutating func take(_ row: borrowing RowBuffer) throws(StorageError) {
    rows += 1
    let own = CurveKey(event: try row.known(0), metric: try row.known(1))
    if own != key { begin(own) }
    let entry = try row.known(3)
    if entry != isVoid.entry { isVoid = (entry, known.voided.contains(entry)) }
    if isVoid.value { return }
    let next = AudienceCountTable.Point(at: try row.known(2), count: try row.known(4))
    if let point, point.at != next.at { add(point) }
    (point, pointEntry) = (next, entry)
  }

  mutating func end(_ result: inout Verification) {
    begin(CurveKey(event: .min, metric: .min))
    for key in kept.keys.sorted(by: { ($0.event, $0.metric) < ($1.event, $1.metric) }) {
      flaws.append(
        .init(
          .totals, table: AudienceTotalTable.name, row: key.text,
          reason: "is kept, and no counts add up to it"))
    }
    for flaw in flaws + gaps.flaws() { result.add(flaw) }
    for finding in findings { result.add(finding) }
    result.count(.totals, curves)
    result.count(.references, rows)
  }

  private mutating func begin(_ next: CurveKey) {
    if let point { add(point) }
    report(falls)
    if totals.counts > 0 {
      curves += 1
      let stored = kept.removeValue(forKey: key)
      (totals.unobserved, totals.unobservedTwiceArea) = gaps.end(
        key, isComputed: stored.map { $0.unobserved != nil } ?? true)
      if stored != totals {
        flaws.append(
          .init(
            .totals, table: AudienceTotalTable.name, row: key.text,
            reason: "is not what the counts add up to"))
      }
    }
    (key, totals, point, falls) = (next, Totals(), nil, nil)
    gaps.begin(next)
    rises = known.rising.contains(next.metric)
    if next.event != .min, known.events[next.event] == nil { refuse(next, EventTable.name) }
    if next.metric != .min, known.metrics[next.metric] == nil {
      refuse(next, MetricTable.name)
    }
  }

  private mutating func add(_ point: AudienceCountTable.Point) {
    if rises, totals.counts > 0, point.count < totals.latest {
      if falls == nil {
        falls = Falls(from: totals.latest, to: point.count, at: point.at, entry: pointEntry)
      } else {
        falls?.number += 1
      }
    }
    totals.add(point)
    gaps.add(point)
  }

  private mutating func report(_ falls: Falls?) {
    guard let falls, let event = known.events[key.event], let metric = known.metrics[key.metric]
    else { return }
    let at = Instant(milliseconds: falls.at).map { " at \($0)" } ?? ""
    findings.append(
      AuditFinding(
        rule: .fallingTotal, subject: "\(event)/\(metric)", entry: falls.entry,
        detail: "fell \(falls.number == 1 ? "once" : "\(falls.number) times"), "
          + "first from \(falls.from) to \(falls.to)\(at)"))
  }

  private mutating func refuse(_ key: CurveKey, _ parent: String) {
    flaws.append(
      .init(
        .references, table: AudienceCountTable.name, row: key.text,
        reason: "names a row of \(parent) that is not there"))
  }
}
