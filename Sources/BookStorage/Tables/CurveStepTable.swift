import LedgerCore
import Rows

/// The `curve_step` table: how long the steps of curves are, by class.
struct CurveStepTable: Table {
  static let name = "curve_step"
  static let columns: [Column] = [
    .event.meaning("id of the show"), .integer("metric", "id of the metric"),
    .integer("longest", "upper edge of the class: a step is no longer"),
    .integer("steps", "number of steps in the class"),
  ]
  static let key = ["event", "metric", "longest"]
  static let statements = [delete, selectOfCurves, selectAll]

  private static let delete =
    "DELETE FROM curve_step WHERE event = ?1 AND metric = ?2 AND longest = ?3"
  private static let selectOfCurves = """
    SELECT event, metric, longest, steps
    FROM bound
    JOIN curve_step ON event = c0 AND metric = c1
    """
  private static let selectAll = "SELECT event, metric, longest, steps FROM curve_step"

  let session: any BookSession

  /// Stores what differs from what is stored.
  func put(_ steps: CurveSteps, after stored: CurveSteps, of key: CurveKey) throws(StorageError) {
    for (edge, number) in steps.classes where stored.classes[edge] != number {
      try session.put(
        [.integer(key.event), .integer(key.metric), .integer(edge), .integer(number)],
        into: Self.self)
    }
    for edge in stored.classes.keys where steps.classes[edge] == nil {
      try session.run(Self.delete, .integer(key.event), .integer(key.metric), .integer(edge))
    }
  }

  /// The steps of some curves: the first two columns of `curves` are the event and the metric.
  func steps(of curves: BoundRows) throws(StorageError) -> [CurveKey: CurveSteps] {
    var classes: [CurveKey: [Int64: Int64]] = [:]
    try session.query(Self.selectOfCurves, over: curves, []) { row throws(StorageError) in
      try Self.take(row, into: &classes)
    }
    return classes.mapValues { CurveSteps(classes: $0) }
  }

  /// The steps of all curves.
  func all() throws(StorageError) -> [CurveKey: CurveSteps] {
    var classes: [CurveKey: [Int64: Int64]] = [:]
    try session.forEach(Self.selectAll) { row throws(StorageError) in
      try Self.take(row, into: &classes)
    }
    return classes.mapValues { CurveSteps(classes: $0) }
  }

  private static func take(
    _ row: borrowing Row, into classes: inout [CurveKey: [Int64: Int64]]
  ) throws(StorageError) {
    let key = CurveKey(event: try row.integer(0), metric: try row.integer(1))
    classes[key, default: [:]][try row.integer(2)] = try row.integer(3)
  }
}
