/// What was added to a reported total of a show between two observations of it.
public struct ReportedPart: Equatable, Sendable {
  /// The total as it was observed later.
  public let total: ReportedTotal
  /// The observation before it.
  public let since: Instant
  /// The difference, in millionths; below 0 if the source took something back.
  public let micros: Int128
  /// Who led the show at some time between the two.
  public let hosts: [String]
}

extension ReportedPart {
  /// The differences from each observation of a running total to the next one of the same measure
  /// and source.
  ///
  /// `shifts`: those of the show. Averages and peaks are no running totals, and totals in two
  /// currencies have no difference.
  package static func parts(
    _ reported: [ReportedTotal], _ shifts: [Shift]
  ) -> [ReportedPart] {
    let running = reported.filter { !$0.measure.isOfWholeShow }
    let groups = Dictionary(grouping: running) { [$0.measure.rawValue, $0.key.source] }
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap { _, totals in
      let sorted = totals.sorted { $0.key.observedAt < $1.key.observedAt }
      return zip(sorted, sorted.dropFirst()).compactMap { before, after -> ReportedPart? in
        guard before.money?.currency == after.money?.currency else { return nil }
        let (from, to) = (before.key.observedAt, after.key.observedAt)
        let hosts = shifts.filter { shift in
          guard let start = shift.startsAt, let end = shift.endsAt else { return false }
          return start < to && from < end
        }
        return ReportedPart(
          total: after, since: from, micros: after.amount.micros - before.amount.micros,
          hosts: Set(hosts.compactMap(\.creator)).sorted())
      }
    }
  }
}
