package import LedgerCore
package import Tabular

/// The output formats of a single fact, such as a show or a claim.
package enum EventFormat: String, CaseIterable {
  case text, json

  package func render(_ record: EventRecord) -> String {
    switch self {
    case .text: TextEvent(record).text
    case .json: json(record).text(pretty: true) + "\n"
    }
  }

  /// The JSON members of an event, without its figures.
  package func members(_ event: Event) -> [(String, JSON)] {
    [
      ("event", .string(event.key.description)),
      ("market", .string(event.market.description)),
      ("platform", .string(event.platform)),
      ("title", .string(event.title)),
      ("starts_at", .string(event.startsAt.description)),
      ("ends_at", .optional(event.endsAt?.description)),
      ("brands", .array(event.brands.map(JSON.string))),
      (
        "creators",
        .array(
          event.creators.map { creator in
            .object([("name", .string(creator.name)), ("role", .string(creator.role.rawValue))])
          })
      ),
    ]
  }

  private func json(_ record: EventRecord) -> JSON {
    .object(
      members(record.totals.event) + [
        (
          "audience",
          .audience(
            FigureSet(
              Metric.allCases.flatMap(\.figures), shows: [record.totals], sales: []))
        ),
        ("sales", .array(record.totals.sales.map { .object(JSON.figures(SaleFigures($0))) })),
        ("reported", .array(ReportedFigure.figures(record.totals).map(JSON.reported))),
        ("entry", .integer(record.entry.number)),
        ("recorded_at", .string(clockText(record.entry.draft.recordedAt))),
        ("author", .optional(record.entry.draft.author)),
        ("amended_by", .optional(record.amendment?.number)),
        ("source", .optional(record.entry.draft.source)),
        ("note", .optional(record.entry.draft.note)),
      ])
  }
}
