/// Everything recorded about an event's numbers, including what was restated or voided since.
public struct EventHistory: Equatable, Sendable {
  /// One of several counts of one metric at one instant.
  public struct Count: Equatable, Sendable {
    /// What was counted.
    public let metric: Metric
    /// The instant of the count.
    public let at: Instant
    /// The number that was counted.
    public let count: Int64
    /// The number of the entry that recorded it.
    public let entry: Int64

    /// Creates a count that an entry recorded.
    public init(metric: Metric, at: Instant, count: Int64, entry: Int64) {
      self.metric = metric
      self.at = at
      self.count = count
      self.entry = entry
    }
  }

  /// The event.
  public let event: Event
  /// The entries that recorded it or facts about it, or voided one of these; oldest first.
  public let entries: [Entry]
  /// The counts that were recorded more than once, by metric and instant, oldest entry first.
  public let restatedCounts: [Count]
  /// What platforms reported, by measure, source and observation, each with its entry.
  public let reported: [(total: ReportedTotal, entry: Int64)]

  /// Creates a history of an event.
  public init(
    event: Event, entries: [Entry], restatedCounts: [Count],
    reported: [(total: ReportedTotal, entry: Int64)]
  ) {
    self.event = event
    self.entries = entries
    self.restatedCounts = restatedCounts
    self.reported = reported
  }

  /// Whether two histories are the same.
  public static func == (left: EventHistory, right: EventHistory) -> Bool {
    left.event == right.event && left.entries == right.entries
      && left.restatedCounts == right.restatedCounts
      && left.reported.elementsEqual(right.reported) { $0 == $1 }
  }
}
