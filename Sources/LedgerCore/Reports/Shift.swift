/// What of a show falls into the time in which somebody led it.
public struct Shift: Equatable, Sendable {
  /// What says when a shift ends.
  public enum End: String, Sendable {
    /// Its own mark.
    case stated
    /// The next shift of somebody else, which begins.
    case nextHost = "next host"
    /// The end of the show.
    case show
    /// The clock: the show may still run.
    case now
  }

  /// The sales of a shift in one currency.
  public struct Sales: Equatable, Sendable {
    /// The different orders of the lines that were sold in it.
    public let orders: Int64
    /// The amount of these lines, which includes what came back.
    public let gross: Money
    /// What of these lines was cancelled or refunded, whenever that was; 0 or more.
    public let returned: Money
  }

  /// The show.
  public let event: EventKey
  /// Who led it; `nil` for the lines that were sold in no shift.
  public let creator: String?
  /// When the shift began; `nil` for the lines that were sold in no shift.
  public let startsAt: Instant?
  /// The first instant after it, if that is known.
  public let endsAt: Instant?
  /// What says when it ends.
  public let endedBy: End?
  /// The largest number of people who were counted in it at once.
  public let peak: Int64?
  /// The time-weighted mean of the people who watched at once, over its observed time.
  public let average: Decimal?
  /// The observed part of its time, in milliseconds: without gaps, and what is before the first
  /// count and after the last one.
  public let observed: Int64?
  /// The sales by currency; `nil` where it is not known what was sold.
  public let sales: [Sales]?
  /// Who else led the show in part of its time; their sales and viewers count in full for each.
  public let sharedWith: [String]
  /// The entry of its mark.
  public let entry: Int64?

  /// Its length in milliseconds, if its end is known.
  public var length: Int64? {
    guard let startsAt, let endsAt else { return nil }
    return endsAt.milliseconds - startsAt.milliseconds
  }
}

extension Shift {
  /// The shifts of a market's shows, or of one, with their parts of audience and sales; after those
  /// of a show, what was sold of it in no shift, if anything was.
  ///
  /// A shift without an end lasts until the next one of somebody else begins, else until the end of
  /// its show; without that, until `now` if it began in the day before.
  ///
  /// `entry`: the last entry that counts; `nil` for the newest.
  /// - Throws: ``LedgerError``
  package static func shifts(
    of market: Market, event: EventKey?, in ledger: any Ledger, now: Instant, asOf entry: Int64?
  ) throws(LedgerError) -> [Shift] {
    let marks = try ledger.marks(
      MarkFilter(event: event, market: market.code, kind: .host), asOf: entry)
    guard !marks.isEmpty else { return [] }
    let totals = try ledger.coveredTotals(
      of: market, TotalsRequest(market: market.code, period: .always, asOf: entry))
    let shows = totals.events.sorted {
      ($0.event.startsAt, $0.event.key) < ($1.event.startsAt, $1.event.key)
    }
    let byShow = Dictionary(grouping: marks, by: \.mark.event)
    let lines = Dictionary(
      grouping: Line.lines(
        try ledger.soldLines(in: market.code, of: Set(byShow.keys), asOf: entry)),
      by: \.sold.event)
    var shifts: [Shift] = []
    for show in shows {
      guard let own = byShow[show.event.key] else { continue }
      let part = ShowShifts(
        show: show, marks: own, lines: lines[show.event.key] ?? [],
        curve: try ledger.curve(of: show.event.key, asOf: entry), now: now)
      shifts += part.shifts
    }
    return shifts
  }

  /// A line that was sold, and what of it came back.
  fileprivate struct Line {
    let sold: SoldLine
    var returned: Int128 = 0

    /// The lines sold, with the cancellations and refunds of each; those that are of no line are of
    /// the first one of their order.
    static func lines(_ movements: [SoldLine]) -> [Line] {
      var lines: [Line] = []
      var places: [[String]: Int] = [:]
      for movement in movements where movement.kind == .sale {
        let (source, order) = (movement.source, movement.order)
        let currency = movement.amount.currency.code
        for key in [[source, order, "\(movement.line)", currency], [source, order, "", currency]]
        where places[key] == nil {
          places[key] = lines.count
        }
        lines.append(Line(sold: movement))
      }
      for movement in movements where [.cancellation, .refund].contains(movement.kind) {
        let currency = movement.amount.currency.code
        let place =
          places[[movement.source, movement.order, "\(movement.line)", currency]]
          ?? places[[movement.source, movement.order, "", currency]]
        if let place { lines[place].returned -= movement.amount.micros }
      }
      return lines
    }
  }
}

/// A show whose time is divided among those who lead it.
private struct ShowShifts {
  let show: EventTotals
  let marks: [MarkRecord]
  let lines: [Shift.Line]
  let curve: AudienceCurve
  let now: Instant

  var shifts: [Shift] {
    let ends = marks.map(end)
    func contains(_ index: Int, _ instant: Instant) -> Bool {
      guard let end = ends[index]?.at else { return false }
      return marks[index].mark.startsAt <= instant && instant < end
    }
    let shifts = marks.indices.map { index -> Shift in
      let (mark, end) = (marks[index].mark, ends[index])
      let others = marks.indices.filter { other in
        guard other != index, let end, let theirs = ends[other] else { return false }
        return marks[other].mark.startsAt < end.at && mark.startsAt < theirs.at
      }
      let viewers = end.map { curve.part(from: mark.startsAt, to: $0.at) }
      return Shift(
        event: show.event.key, creator: mark.creator, startsAt: mark.startsAt, endsAt: end?.at,
        endedBy: end?.by, peak: viewers?.peak, average: viewers?.average,
        observed: viewers?.observed,
        sales: end == nil ? nil : sales(lines.filter { contains(index, $0.sold.at) }),
        sharedWith: Set(others.compactMap { marks[$0].mark.creator }).sorted(),
        entry: marks[index].entry)
    }
    let rest = lines.filter { line in !marks.indices.contains { contains($0, line.sold.at) } }
    guard !rest.isEmpty else { return shifts }
    return shifts + [
      Shift(
        event: show.event.key, creator: nil, startsAt: nil, endsAt: nil, endedBy: nil, peak: nil,
        average: nil, observed: nil, sales: sales(rest), sharedWith: [], entry: nil)
    ]
  }

  private func end(_ record: MarkRecord) -> (at: Instant, by: Shift.End)? {
    let mark = record.mark
    if let end = mark.endsAt { return (end, .stated) }
    let later = marks.map(\.mark).filter {
      $0.startsAt > mark.startsAt && $0.creator != mark.creator
    }
    if let next = later.map(\.startsAt).min() { return (next, .nextHost) }
    if let end = show.event.endsAt { return end > mark.startsAt ? (end, .show) : nil }
    let age = now.milliseconds - mark.startsAt.milliseconds
    return age > 0 && age <= 86_400_000 ? (now, .now) : nil
  }

  /// `nil` where nothing was sold that is recorded, and nothing says that nothing was.
  private func sales(_ sold: [Shift.Line]) -> [Shift.Sales]? {
    if show.isOfUnknownSales { return nil }
    let currencies = Set(show.knownSales.map(\.currency)).union(sold.map(\.sold.amount.currency))
    return currencies.sorted { $0.code < $1.code }.map { currency in
      let own = sold.filter { $0.sold.amount.currency == currency }
      return Shift.Sales(
        orders: Int64(Set(own.map { [$0.sold.source, $0.sold.order] }).count),
        gross: Money(
          micros: own.reduce(0) { $0 + $1.sold.amount.micros }, currency: currency),
        returned: Money(micros: own.reduce(0) { $0 + $1.returned }, currency: currency))
    }
  }
}

extension AudienceCurve {
  /// The largest count in a part of a show, and the time-weighted mean over its observed time.
  ///
  /// The curve is a line from count to count, except in gaps.
  package func part(
    from start: Instant, to end: Instant
  ) -> (peak: Int64?, average: Decimal?, observed: Int64) {
    let peak = points.filter { start <= $0.at && $0.at < end }.map(\.count).max()
    let unobserved = Set(gaps.map(\.from))
    var (area, length): (Int128, Int128) = (0, 0)
    for (left, right) in zip(points, points.dropFirst()) where !unobserved.contains(left.at) {
      let (from, to) = (max(left.at, start).milliseconds, min(right.at, end).milliseconds)
      let whole = right.at.milliseconds - left.at.milliseconds
      guard from < to, whole > 0 else { continue }
      func count(_ at: Int64) -> Int128 {
        Int128(left.count) * 1_000_000
          + roundedQuotient(
            Int128(right.count - left.count) * 1_000_000 * Int128(at - left.at.milliseconds),
            Int128(whole))
      }
      area += (count(from) + count(to)) * Int128(to - from)
      length += Int128(to - from)
    }
    guard length > 0 else { return (peak, nil, 0) }
    return (peak, Decimal(micros: roundedQuotient(area, 2 * length)), Int64(length))
  }
}
