/// Audience counts that are recorded together.
///
/// A batch has many counts of few events, so each event's key is stored once.
public struct AudienceBatch: Sendable {
  /// A count of one of the batch's events.
  public struct Row: Sendable {
    /// When it was counted.
    public let at: Instant
    /// How many.
    public let count: Int64
    // Many rows are in memory at once, so they are kept small.
    private let eventPlace: Int32
    /// What was counted.
    public let metric: Metric

    /// The index of the event's key in ``AudienceBatch/events``.
    public var event: Int { Int(eventPlace) }

    fileprivate init(event: Int, metric: Metric, at: Instant, count: Int64) {
      eventPlace = Int32(event)
      self.metric = metric
      self.at = at
      self.count = count
    }
  }

  /// The events that the counts belong to, each once.
  public private(set) var events: [EventKey] = []
  /// The counts, in the order in which they were added.
  public private(set) var rows: [Row] = []
  private var places: [EventKey: Int] = [:]
  private var lastEvent = 0

  /// Makes an empty batch.
  public init() {}

  /// Makes a batch of counts.
  public init(_ counts: [AudienceCount]) {
    rows.reserveCapacity(counts.count)
    for count in counts { append(count) }
  }

  /// How many counts there are.
  public var count: Int { rows.count }

  /// Reserves memory for this many counts.
  public mutating func reserveCapacity(_ count: Int) { rows.reserveCapacity(count) }

  /// Adds a count.
  public mutating func append(_ count: AudienceCount) {
    let event = place(of: count.event)
    rows.append(Row(event: event, metric: count.metric, at: count.at, count: count.count))
  }

  /// The count at an index.
  public subscript(place: Int) -> AudienceCount {
    let row = rows[place]
    return AudienceCount(row, event: events[row.event])
  }

  /// Keeps the first `count` counts and drops the others.
  public mutating func keep(_ count: Int) {
    if count < rows.count { rows.removeLast(rows.count - count) }
  }

  private mutating func place(of key: EventKey) -> Int {
    if lastEvent < events.count, events[lastEvent] == key { return lastEvent }
    if let place = places[key] {
      lastEvent = place
    } else {
      lastEvent = events.count
      places[key] = lastEvent
      events.append(key)
    }
    return lastEvent
  }
}

extension AudienceCount {
  /// Makes a count from a row, which was made from a valid count.
  fileprivate init(_ row: AudienceBatch.Row, event: EventKey) {
    self.init(valid: event, metric: row.metric, at: row.at, count: row.count)
  }
}
