import LedgerCore
import TestSupport
import Testing

/// The drift of an event, told again from reports as of each entry.
extension History {
  mutating func compareDrift(_ step: String) throws {
    let events = try ledger.events(in: nil, during: .always, limit: nil)
    guard !events.isEmpty else { return }
    let event = random.pick(events)
    let drift = try Drift(of: event.key, in: ledger)
    let last = try ledger.entries(limit: 1).first?.number ?? 0
    var known: [String: Figure.Value] = [:]
    for number in (drift.history.entries.first?.number ?? last)...last {
      for step in drift.steps where step.entry.number == number {
        known[Self.name(step.metric, step.currency)] = step.value
      }
      let show = try ledger.totals(of: event.market, during: .always, asOf: number).events
        .first { $0.event.key == event.key }
      let figures = FigureSet(Drift.sums, shows: show.map { [$0] } ?? [], sales: show?.sales ?? [])
      var now: [String: Figure.Value] = [:]
      for figure in Drift.sums.flatMap({ figures[$0] }) {
        now[Self.name(figure.metric, figure.currency)] = figure.value
      }
      // Of what was sold, 0 and nothing recorded are the same.
      let differing = Set(known.keys).union(now.keys).filter {
        known[$0] != now[$0] && ($0.hasSuffix(" ") || !Self.isNothing(known[$0], now[$0]))
      }
      #expect(differing == [], "\(event.key) as of \(number), \(step)")
    }
  }

  private static func name(_ metric: ReportMetric, _ currency: Currency?) -> String {
    "\(metric) \(currency?.code ?? "")"
  }

  private static func isNothing(_ left: Figure.Value?, _ right: Figure.Value?) -> Bool {
    switch (left, right) {
    case (nil, .money(let money)), (.money(let money), nil): money.micros == 0
    case (nil, .count(let count)), (.count(let count), nil): count == 0
    default: false
    }
  }
}
