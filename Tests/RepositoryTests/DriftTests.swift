import BookStorage
import LedgerCore
import LedgerTesting
import SQLiteStorage
import Testing

/// From which entry on a show had its numbers.
@Suite struct DriftTests {
  private let ledger: SQLiteLedger

  init() throws { ledger = try SQLiteLedger.inMemory() }

  /// The changes of a metric of show a: the entry, and the value from then on.
  private func steps(_ metric: ReportMetric) throws -> [String] {
    try Drift(of: EventKey("a"), [metric], in: ledger).steps.map { step in
      let value =
        switch step.value {
        case nil: "–"
        case .count(let count)?: "\(count)"
        case .decimal(let decimal)?: decimal.text()
        case .money(let money)?: money.exactText
        case .people(let lower, let upper)?: "\(lower)..\(upper)"
        }
      return "\(step.entry.number): \(value)"
    }
  }

  @Test func `a show that was moved keeps the days on which its numbers changed`() throws {
    _ = try ledger.record(
      [event("a", starts: "2022-01-01T18:00Z", ends: "2022-01-01T19:00Z")], as: draft())
    _ = try ledger.record([sale(order: "1", micros: 5_000_000)], as: draft())
    for (start, end) in [("2022-02-05T18:00Z", "2022-02-05T20:00Z"), ("2021-11-01T10:00Z", nil)] {
      var amendment = EventAmendment()
      amendment.startsAt = try instant(start)
      amendment.endsAt = try end.map(instant)
      _ = try ledger.amend(EventKey("a"), amendment, as: draft())
    }
    _ = try ledger.record([sale(order: "2", micros: 7_000_000)], as: draft())
    // The second time, only its start was moved, to 2,314 hours before its end.
    #expect(try steps(.hoursLive) == ["1: 1", "3: 2", "4: 2314"])
    #expect(try steps(.gmvGross) == ["2: 5.00", "5: 12.00"])
  }

  @Test func `what was taken back changes the numbers in the entry that took it back`() throws {
    try ledger.recordEvents("a")
    let entry = try #require(try ledger.record([sale(order: "1")], as: draft()).entry)
    _ = try ledger.record(
      [target(3_000_000, "orders", event: "a", currency: nil)], as: draft(), onConflict: .refuse)
    _ = try ledger.void(entry, reason: "a mistake", as: draft())
    #expect(try steps(.orders) == ["2: 1", "4: –"])
    // A target changes no number.
    #expect(
      try Drift(of: EventKey("a"), [.orders], in: ledger).history.entries.map(\.number) == [
        1, 2, 4,
      ])
  }
}
