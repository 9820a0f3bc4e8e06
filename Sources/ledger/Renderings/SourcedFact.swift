import LedgerCore
import Tabular

extension EventFormat {
  /// One claim, with those that dispute it.
  func render(_ record: FactRecord<Claim>, _ line: Rollout.Line?) -> String {
    let claim = record.fact
    let disputedBy = line?.disputedBy.map(\.key.description) ?? []
    return render(
      [
        ("claim", claim.key.description), ("market", claim.market?.description),
        ("platform", claim.platform), ("stage", claim.stage?.rawValue),
        ("effective", claim.effective?.description), ("reported", claim.reported.description),
        ("source", claim.source), ("url", claim.url), ("quote", claim.quote),
        ("disputes", claim.disputes?.description),
        ("disputed_by", disputedBy.isEmpty ? nil : disputedBy.joined(separator: "; ")),
      ], record.entry)
  }

  /// One survey.
  func render(_ record: FactRecord<Survey>) -> String {
    let survey = record.fact
    return render(
      [
        ("survey", survey.key.description), ("market", survey.market.description),
        ("kind", survey.kind.description), ("question", survey.question),
        ("date", survey.date.description), ("until", survey.until?.description),
        ("sample_size", survey.sampleSize.map { "\($0)" }),
        ("answers", survey.answers.map(\.description).joined(separator: "; ")),
        ("source", survey.source), ("url", survey.url),
      ], record.entry)
  }

  /// Fields of a fact, and where they come from.
  private func render(_ fields: [(name: String, value: String?)], _ entry: Entry) -> String {
    switch self {
    case .text:
      var lines = fields.map { field in
        [
          String(field.name.map { $0 == "_" ? " " : $0 }),
          field.value.map(printable) ?? TextTable.missing,
        ]
      }
      lines.append(["recorded", "entry \(entry.number), \(clockText(entry.draft.recordedAt))"])
      if let note = entry.draft.note { lines.append(["note", printable(note)]) }
      return TextTable.aligned(lines, right: [false, false])
    case .json:
      var members = fields.map { ($0.name, JSON.optional($0.value)) }
      members.append(("entry", .integer(entry.number)))
      members.append(("recorded_at", .string(clockText(entry.draft.recordedAt))))
      members.append(("note", .optional(entry.draft.note)))
      return JSON.object(members).text(pretty: true) + "\n"
    }
  }
}
