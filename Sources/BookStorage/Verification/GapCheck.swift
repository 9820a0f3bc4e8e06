import LedgerCore
import Rows

/// Compares the stored steps and gaps of curves with their counts, which come in order.
struct GapCheck {
  private var steps: [CurveKey: CurveSteps]
  private var gaps: [CurveKey: [UnobservedTime]]
  private var isGauge = false
  private var own = CurveSteps()
  private var last: CurvePoint?
  /// The steps that may be gaps.
  private var long: [UnobservedTime] = []
  private var found: [Verification.Flaw] = []

  init(session: any BookSession) throws(StorageError) {
    steps = try CurveStepTable(session: session).all()
    gaps = try CurveGapTable(session: session).all()
  }

  mutating func begin(_ key: CurveKey) {
    (own, last, long) = (CurveSteps(), nil, [])
    isGauge = Metric(id: key.metric)?.kind == .gauge
  }

  mutating func add(_ point: CurvePoint) {
    guard isGauge else { return }
    if let last {
      own.add([last, point])
      if point.at - last.at > CurveSteps.leastGap, let step = UnobservedTime(last, point) {
        long.append(step)
      }
    }
    last = point
  }

  /// Returns the unobserved time of the curve and its area; `nil` if they were not computed.
  mutating func end(_ key: CurveKey, isComputed: Bool) -> (Int64?, Int64?) {
    let (steps, gaps) = (steps.removeValue(forKey: key), gaps.removeValue(forKey: key))
    let longest = own.longestObserved
    let expected = isComputed ? long.filter { $0.length > longest } : []
    if steps ?? CurveSteps() != (isComputed ? own : CurveSteps()) {
      refuse(CurveStepTable.name, key, "is not what the counts show")
    }
    if gaps ?? [] != expected {
      refuse(CurveGapTable.name, key, "is not what the counts show")
    }
    guard isComputed else { return (nil, nil) }
    return (
      expected.reduce(0) { $0 + $1.length }, expected.reduce(0) { $0 + $1.twiceArea }
    )
  }

  /// What was found, with what is stored of curves that have no counts.
  mutating func flaws() -> [Verification.Flaw] {
    for key in steps.keys { refuse(CurveStepTable.name, key, "is kept, and has no counts") }
    for key in gaps.keys { refuse(CurveGapTable.name, key, "is kept, and has no counts") }
    return found.sorted { ($0.table ?? "", $0.row ?? "") < ($1.table ?? "", $1.row ?? "") }
  }

  private mutating func refuse(_ table: String, _ key: CurveKey, _ reason: String) {
    found.append(.init(.totals, table: table, row: key.text, reason: reason))
  }
}
