package import LedgerCore

extension Listing {
  /// Reported values beside order lines, show by show, then their sums.
  package static func reconciliation(_ reconciliation: Reconciliation) -> Listing {
    let kinds = Reconciliation.Kind.allCases
    func cells(_ parts: [Reconciliation.Part]) -> [AnswerValue] {
      kinds.map { kind in .optional(parts.first { $0.kind == kind }?.amount.exactText) }
    }
    let shows = reconciliation.lines.map { line -> [AnswerValue] in
      [
        .text(line.event.description), .text(line.reported.measure.rawValue),
        .optional(line.reported.money?.exactText),
        .optional(line.reported.money?.currency.code), .optional(line.lines?.exactText),
        .optional(line.difference?.exactText),
      ] + cells(line.parts) + [
        .optional(line.unexplained?.exactText), .text(line.reported.key.source),
        .text(line.reported.key.observedAt.description), .optional(note(line)),
      ]
    }
    let sums = reconciliation.sums.map { sum -> [AnswerValue] in
      let difference = Money(
        micros: sum.reported.micros - sum.lines.micros, currency: sum.lines.currency)
      return [
        .text("\(grouped(Int64(sum.shows))) show\(sum.shows == 1 ? "" : "s")"),
        .text(sum.measure.rawValue), .text(sum.reported.exactText),
        .text(sum.reported.currency.code), .text(sum.lines.exactText),
        .text(difference.exactText),
      ] + cells(sum.parts) + [.text(sum.unexplained.exactText), .text(sum.source), .null, .null]
    }
    return Listing(
      columns: ["show", "measure", "reported", "currency", "order_lines", "difference"]
        + kinds.map(\.rawValue) + ["unexplained", "source", "observed_at", "note"],
      rows: shows + sums)
  }

  /// Why there is nothing to compare, or what the rest may be.
  private static func note(_ line: Reconciliation.Line) -> String? {
    guard let unexplained = line.unexplained else {
      guard !line.otherCurrencies.isEmpty else { return "no order lines" }
      return "order lines in \(line.otherCurrencies.map(\.code).joined(separator: ", "))"
    }
    if let until = line.creditedUntil { return "the platform seems to count orders until \(until)" }
    if unexplained.micros > 0 {
      guard let open = line.notCredited, open.micros != 0 else {
        return "the platform counts more: rows may be missing"
      }
      return "the platform counts more; \(open.exactText) of that time is credited to no show"
    }
    return unexplained.micros < 0 ? "the order lines come to more" : nil
  }
}
