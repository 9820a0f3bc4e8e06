package import LedgerCore

extension Listing {
  /// Marks of shows.
  package static func marks(_ records: [MarkRecord]) -> Listing {
    Listing(
      records,
      [
        "event": { .text($0.mark.event.description) },
        "market": { .text($0.market.description) },
        "from": { .text($0.mark.startsAt.description) },
        "until": { .optional($0.mark.endsAt?.description) },
        "kind": { .text($0.mark.kind.rawValue) },
        "text": { .optional($0.mark.text) },
        "creator": { .optional($0.mark.creator) },
        "entry": { .integer($0.entry) },
      ])
  }

  /// Shifts, with a row for each currency.
  package static func shifts(_ shifts: [Shift]) -> Listing {
    let lines = shifts.flatMap { shift -> [(shift: Shift, sales: Shift.Sales?)] in
      guard let sales = shift.sales, !sales.isEmpty else { return [(shift, nil)] }
      return sales.map { (shift, $0) }
    }
    return Listing(
      lines,
      [
        "event": { .text($0.shift.event.description) },
        "creator": { .optional($0.shift.creator) },
        "from": { .optional($0.shift.startsAt?.description) },
        "until": { .optional($0.shift.endsAt?.description) },
        "minutes": { minutes($0.shift.length) },
        "ended_by": { .optional($0.shift.endedBy?.rawValue) },
        "peak": { $0.shift.peak.map { .integer($0) } ?? .null },
        "average": { average($0.shift) },
        "observed_minutes": { minutes($0.shift.observed) },
        "orders": { $0.sales.map { .integer($0.orders) } ?? .null },
        "gross": { .optional($0.sales?.gross.exactText) },
        "returned": { .optional($0.sales?.returned.exactText) },
        "currency": { .optional($0.sales?.gross.currency.code) },
        "note": { .optional(note($0.shift)) },
        "entry": { $0.shift.entry.map { .integer($0) } ?? .null },
      ])
  }

  private static func minutes(_ milliseconds: Int64?) -> AnswerValue {
    guard let milliseconds else { return .null }
    return milliseconds.isMultiple(of: 60_000)
      ? .integer(milliseconds / 60_000) : .real(Double(milliseconds) / 60_000)
  }

  private static func average(_ shift: Shift) -> AnswerValue {
    shift.average.map { .real(Double($0.micros) / 1e6) } ?? .null
  }

  private static func note(_ shift: Shift) -> String? {
    if shift.startsAt == nil { return "sold in no shift" }
    guard !shift.sharedWith.isEmpty else { return nil }
    return "overlaps with \(shift.sharedWith.joined(separator: ", ")): counted in each"
  }

  /// What was added to reported totals between two observations.
  package static func reportedParts(_ parts: [ReportedPart]) -> Listing {
    Listing(
      parts,
      [
        "event": { .text($0.total.event.description) },
        "measure": { .text($0.total.measure.rawValue) },
        "source": { .text($0.total.key.source) },
        "from": { .text($0.since.description) },
        "until": { .text($0.total.key.observedAt.description) },
        "difference": { .text(difference($0)) },
        "currency": { .optional($0.total.money?.currency.code) },
        "hosts": { .list($0.hosts) },
      ])
  }

  private static func difference(_ part: ReportedPart) -> String {
    if let currency = part.total.money?.currency {
      return Money(micros: part.micros, currency: currency).exactText
    }
    return Decimal(micros: part.micros).text()
  }
}
