/// What identifies the counts of one metric of one event.
struct CurveKey: Hashable {
  /// The event's row.
  let event: Int64
  /// The metric's row.
  let metric: Int64

  /// What a flaw calls it.
  var text: String { "event \(event), metric \(metric)" }
}
