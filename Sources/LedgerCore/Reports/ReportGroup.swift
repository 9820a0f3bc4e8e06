/// A group of a report: the shows and the sales that have something in common.
public struct ReportGroup: Equatable, Sendable {
  /// The name and position of the group.
  public let key: GroupKey
  /// How many shows it has.
  public let shows: Int
  /// For how many of them refunds may still arrive.
  public let provisional: Int
  /// Its metrics.
  public let figures: FigureSet
  /// What platforms report of its shows, added up.
  public let reported: [ReportedSum]

  /// Whether it is a stretch of time without a show and without a sale.
  package var isEmpty: Bool { shows == 0 && figures.known.allSatisfy { $0.metric == .shows } }

  /// The groups of a report, in their own order or sorted by a metric, largest first.
  static func groups(
    _ request: MarketReport.Request, shows: [EventTotals], sales: DatedSales
  ) -> [ReportGroup] {
    guard let grouping = request.grouping else { return [] }
    var showsByKey: [GroupKey: [EventTotals]] = [:]
    var salesByKey = sales.byGroup
    switch grouping {
    case .product, .channel: break
    case .currency:
      for totals in sales.all { salesByKey[GroupKey(label: totals.currency.code)] = [totals] }
    default:
      for show in shows {
        for key in grouping.keys(of: show.event, request.period.zone) {
          showsByKey[key, default: []].append(show)
        }
      }
    }
    var keys = Set(showsByKey.keys).union(salesByKey.keys)
    keys.formUnion(grouping.keysBetween(keys) ?? [])
    let groups = keys.sorted().map { key in
      let shows = showsByKey[key] ?? []
      return ReportGroup(
        key: key, shows: shows.count,
        provisional: shows.count { request.isProvisional($0.event) },
        figures: FigureSet(shows: shows, sales: salesByKey[key] ?? []),
        reported: ReportedSum.sums(shows))
    }
    guard let sort = request.sort else { return groups }
    func number(_ group: ReportGroup) -> Double {
      group.figures[sort].compactMap(\.number).max() ?? -.infinity
    }
    return groups.sorted { (number($0), $1.key) > (number($1), $0.key) }
  }
}

extension MarketReport {
  /// The columns of a table of groups: the metrics that a group has, and the one sorted by.
  public var groupColumns: [ReportMetric] {
    func isKnown(_ metric: ReportMetric) -> Bool {
      groups.contains { $0.figures[metric].contains(where: \.isKnown) }
    }
    let reported: [ReportMetric] =
      isKnown(.gmvPerHour) ? [.reportedGMV] : [.reportedGMV, .reportedGMVPerHour]
    let columns = (Self.groupMetrics + reported).filter(isKnown)
    guard let sort = request.sort, !columns.contains(sort) else { return columns }
    return columns + [sort]
  }

  /// The title of such a column: it names the reported total if all groups have the same.
  public func groupTitle(_ metric: ReportMetric) -> String {
    let measures = groupMeasures(metric)
    guard let measure = measures.first, measures.count == 1 else { return metric.title }
    return "\(metric.title) (\(measure.rawValue))"
  }

  /// The reported totals by which the groups have a metric, each if the groups differ in it.
  public func groupMeasures(_ metric: ReportMetric) -> [Measure] {
    let measures = Set(
      groups.flatMap { $0.figures[metric] }.filter(\.isKnown).compactMap(\.measure))
    return Measure.allCases.filter(measures.contains)
  }

  private static let groupMetrics: [ReportMetric] = [
    .peakConcurrent, .averageConcurrent, .views, .orders, .units, .gmvGross, .refunded, .gmvNet,
    .gmvPerHour,
  ]
}
