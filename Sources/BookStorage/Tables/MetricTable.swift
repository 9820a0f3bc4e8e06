import LedgerCore

/// The `metric` table: what audience counts can count.
///
/// Its rows are the cases of ``Metric``.
struct MetricTable: Table {
  static let name = "metric"
  static let columns: [Column] = [
    .integer("id"), .text("name"),
    .text(
      "kind", "gauge (a level at one time), running total (since the start) or distinct people"),
    .text("meaning"),
  ]
}

extension Metric {
  /// The metric's row.
  ///
  /// The migrations fill the rows in the order of the cases; a test checks both.
  var id: Int64 {
    switch self {
    case .concurrent: 1
    case .views: 2
    case .uniqueViewers: 3
    case .likes: 4
    case .comments: 5
    case .shares: 6
    case .newFollowers: 7
    case .productImpressions: 8
    case .productClicks: 9
    case .addToCart: 10
    case .checkouts: 11
    case .gifts: 12
    }
  }

  private static let byID = Dictionary(uniqueKeysWithValues: allCases.map { ($0.id, $0) })

  init?(id: Int64) {
    guard let metric = Self.byID[id] else { return nil }
    self = metric
  }
}
