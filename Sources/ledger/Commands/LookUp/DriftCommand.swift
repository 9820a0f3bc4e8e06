import ArgumentParser
import LedgerCore
import LedgerRenderings
import SQLiteStorage

/// `ledger drift`.
struct DriftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drift",
    abstract: "Show how the figures of a show were restated",
    usage: "ledger drift [<options>] --event <key>",
    discussion: """
      Example:
        ledger drift --event on-trend-2021-12-08 --metric gmv_net

      Lists the audience counts that were recorded more than once; what platforms reported, by the \
      time it was observed; and each figure of the show after each entry that changed it.
      """)

  @OptionGroup var book: BookOptions
  @Option(help: ArgumentHelp("The show's key.", valueName: "key"), completion: .events) var event:
    String
  @Option(
    help: ArgumentHelp(
      "Only this figure, as listed by `ledger explain`; may be repeated.",
      valueName: "metric"))
  var metric: [String] = []
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let metrics = try metric.map(ReportMetric.init(name:))
    let event = try EventKey(event)
    let (drift, entries) = try book.reading { ledger in
      try ledger.reading {
        let drift = try Drift(of: event, metrics.isEmpty ? Drift.sums : metrics, in: ledger)
        return (drift, drift.history.entries)
      }
    }
    let facts = metrics.isEmpty ? counts(drift) + reported(drift) : []
    let byNumber = Dictionary(uniqueKeysWithValues: entries.map { ($0.number, $0) })
    try listing.show(
      [
        "about", "figure", "at", "value", "currency", "source", "entry", "recorded_at", "voided_by",
      ],
      (facts + figures(drift)).map { row in
        let entry = byNumber[row.entry]
        return row.cells + [
          .integer(row.entry),
          .optional(entry.map { clockText($0.draft.recordedAt) }), .optional(entry?.voidedBy),
        ]
      })
  }

  private struct Line {
    let cells: [AnswerValue]
    let entry: Int64
  }

  private func counts(_ drift: Drift) -> [Line] {
    drift.history.restatedCounts.map { count in
      Line(
        cells: [
          .text("count"), .text(count.metric.rawValue), .text(count.at.description),
          .text(String(count.count)), .null, .null,
        ], entry: count.entry)
    }
  }

  private func reported(_ drift: Drift) -> [Line] {
    drift.history.reported.map { total, entry in
      Line(
        cells: [
          .text("reported"), .text(total.measure.rawValue),
          .text(total.key.observedAt.description), .text(total.exactText),
          .optional(total.money?.currency.code), .text(total.key.source),
        ], entry: entry)
    }
  }

  private func figures(_ drift: Drift) -> [Line] {
    drift.steps.map { step in
      Line(
        cells: [
          .text("figure"), .text(step.metric.rawValue), .null,
          .optional(FigureText.plain(step.value)), .optional(step.currency?.code), .null,
        ], entry: step.entry.number)
    }
  }
}
