package import LedgerCore

extension Listing {
  /// How the figures of a show were restated.
  ///
  /// `hasFacts`: whether to list the counts and the reported totals, too, not only the figures.
  package static func drift(_ drift: Drift, hasFacts: Bool) -> Listing {
    let facts = hasFacts ? counts(drift.history) + reported(drift.history) : []
    let entries = Dictionary(uniqueKeysWithValues: drift.history.entries.map { ($0.number, $0) })
    return Listing(
      facts + figures(drift),
      [
        "about": { .text($0.about) },
        "figure": { .text($0.figure) },
        "at": { .optional($0.at?.description) },
        "value": { .optional($0.value) },
        "currency": { .optional($0.currency?.code) },
        "source": { .optional($0.source) },
        "entry": { .integer($0.entry) },
        "recorded_at": { .optional(entries[$0.entry].map { clockText($0.draft.recordedAt) }) },
        "voided_by": { .optional(entries[$0.entry]?.voidedBy) },
      ])
  }

  private struct Line {
    let about: String
    let figure: String
    var at: Instant?
    let value: String?
    var currency: Currency?
    var source: String?
    let entry: Int64
  }

  private static func counts(_ history: EventHistory) -> [Line] {
    history.restatedCounts.map { count in
      Line(
        about: "count", figure: count.metric.rawValue, at: count.at, value: String(count.count),
        entry: count.entry)
    }
  }

  private static func reported(_ history: EventHistory) -> [Line] {
    history.reported.map { total, entry in
      Line(
        about: "reported", figure: total.measure.rawValue, at: total.key.observedAt,
        value: total.exactText, currency: total.money?.currency, source: total.key.source,
        entry: entry)
    }
  }

  private static func figures(_ drift: Drift) -> [Line] {
    drift.steps.map { step in
      Line(
        about: "figure", figure: step.metric.rawValue, value: FigureText.plain(step.value),
        currency: step.currency, entry: step.entry.number)
    }
  }
}
