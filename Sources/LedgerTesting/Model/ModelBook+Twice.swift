import LedgerCore

/// What seems to be recorded twice, by comparing each with each.
extension ModelBook {
  func twiceRecordedSales() -> [AuditFinding] {
    let all = current(sales).sorted { place($0) < place($1) }
    var first: [String: Recorded<Model.Movement>] = [:]
    var lines: [[String]: (count: Int, entry: Int64)] = [:]
    for movement in all {
      let sale = movement.fact.sale
      let looks =
        [
          "\(OrderNumber.plain(sale.key.order.utf8))", "\(sale.key.line)", "\(sale.key.kind)",
          "\(movement.fact.market)", sale.product.map { " " + $0 } ?? "", "\(sale.quantity)",
          "\(sale.amount.micros)", sale.amount.currency.code, "\(sale.at)",
        ].joined(separator: "\n")
      guard let before = first[looks] else {
        first[looks] = movement
        continue
      }
      let pair = [order(movement), order(before)]
      lines[pair] = ((lines[pair]?.count ?? 0) + 1, movement.entry)
    }
    return lines.map { pair, found in
      AuditFinding(
        rule: .saleRecordedTwice, subject: pair[0], entry: found.entry,
        detail: (found.count == 1 ? "1 line is" : "\(found.count) lines are")
          + " also in \(pair[1])")
    }.sorted { ($0.entry ?? 0, $0.subject, $0.detail) < ($1.entry ?? 0, $1.subject, $1.detail) }
  }

  private func order(_ movement: Recorded<Model.Movement>) -> String {
    "\(movement.fact.sale.key.source)/\(movement.fact.sale.key.order)"
  }

  private func place(_ movement: Recorded<Model.Movement>) -> (Int64, String, String) {
    (movement.entry, movement.fact.sale.key.source, movement.fact.sale.key.order)
  }

  func twiceRecordedShows(_ facts: Model) -> [AuditFinding] {
    let shows = facts.shows.sorted {
      ("\($0.market)", $0.platform, $0.startsAt, $0.key)
        < ("\($1.market)", $1.platform, $1.startsAt, $1.key)
    }
    var findings: [AuditFinding] = []
    for (place, show) in shows.enumerated() {
      if let before = shows[..<place].last(where: { isNear($0, show) }) {
        let minutes = (show.startsAt.milliseconds - before.startsAt.milliseconds) / 60_000
        let entries = current(events).filter { [show.key, before.key].contains($0.fact.key) }
        findings.append(
          AuditFinding(
            rule: .showRecordedTwice, subject: "\(before.key)/\(show.key)",
            entry: entries.map(\.entry).max(),
            detail: "begin \(minutes) minute\(minutes == 1 ? "" : "s") apart "
              + "on \(show.platform) in \(show.market)"))
      }
    }
    return findings
  }

  private func isNear(_ before: Event, _ show: Event) -> Bool {
    let names = Set(show.creators.map(\.name))
    let areOthers =
      !names.isEmpty && !before.creators.isEmpty
      && before.creators.allSatisfy { !names.contains($0.name) }
    return before.market == show.market && before.platform == show.platform && !areOthers
      && show.startsAt.milliseconds - before.startsAt.milliseconds <= 900_000
  }
}
