import LedgerCore
import Tabular

/// Of which time a file shows the state of its orders.
struct ObservationReading {
  private let cell: Cell?
  private let times: TimeReading
  private let nameTimes: [NameTime]
  private let file: String
  /// The present: what a file says has happened by then.
  private let now: () -> Instant

  init(_ mapping: Mapping, times: TimeReading, file: String, now: @escaping () -> Instant) {
    // A file that has lost the column of refunds does not show them.
    let isWhole = !mapping.movements.contains { $0.rule.hasBounds && $0.amount == nil }
    cell = isWhole ? mapping.cells[.observedAt] : nil
    self.times = times
    nameTimes = isWhole ? mapping.profile.nameTimes : []
    self.file = file
    self.now = now
  }

  /// The present, which is the latest that anything in the file can have happened.
  var latest: Instant { now() }

  /// The time that an option, a column or the file's name states; `nil` if none does.
  func stated(
    _ row: borrowing some RecordReader & ~Copyable, zone market: (MarketZones) -> TimeZone?
  ) throws(RowFault) -> Instant? {
    if let cell, !cell.withBytes(row, { $0.isEmpty }) {
      // What an option gives is ISO 8601, whatever the file's times are.
      let own = cell.constant == nil ? times : times.ofISO8601
      return try own.instant(cell, row, else: market)
    }
    guard !nameTimes.isEmpty else { return nil }
    let zone = times.zone ?? times.markets.flatMap(market)
    return nameTimes.lazy.compactMap { $0.instant(in: file, zone: zone) }.first
  }
}
