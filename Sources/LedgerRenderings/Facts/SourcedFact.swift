package import LedgerCore
package import Tabular

extension EventFormat {
  /// Renders a claim, with the claims that dispute it.
  package func render(_ record: FactRecord<Claim>, disputedBy: [Claim]) -> String {
    let keys = disputedBy.map(\.key.description)
    return render(fields(record.fact) + [("disputed_by", .list(keys))], record.entry)
  }

  /// Renders a survey.
  package func render(_ record: FactRecord<Survey>) -> String {
    render(fields(record.fact), record.entry)
  }

  /// The JSON members of a claim.
  package func members(_ claim: Claim) -> [(String, JSON)] {
    fields(claim).map { ($0.name, $0.value.json) }
  }

  /// The JSON members of a survey.
  package func members(_ survey: Survey) -> [(String, JSON)] {
    fields(survey).map { ($0.name, $0.value.json) }
  }

  private func fields(_ claim: Claim) -> [(name: String, value: AnswerValue)] {
    [
      ("claim", .text(claim.key.description)), ("market", .optional(claim.market?.description)),
      ("platform", .optional(claim.platform)), ("stage", .optional(claim.stage?.rawValue)),
      ("effective", .optional(claim.effective?.description)),
      ("reported", .text(claim.reported.description)), ("source", .text(claim.source)),
      ("url", .optional(claim.url)), ("quote", .optional(claim.quote)),
      ("disputes", .optional(claim.disputes?.description)),
    ]
  }

  private func fields(_ survey: Survey) -> [(name: String, value: AnswerValue)] {
    [
      ("survey", .text(survey.key.description)), ("market", .text(survey.market.description)),
      ("kind", .text(survey.kind.description)), ("question", .optional(survey.question)),
      ("date", .text(survey.date.description)), ("until", .optional(survey.until?.description)),
      ("sample_size", .optional(survey.sampleSize)),
      ("answers", .text(survey.answers.map(\.description).joined(separator: "; "))),
      ("positive", .optional(survey.positive?.option)), ("source", .text(survey.source)),
      ("url", .optional(survey.url)),
    ]
  }

  /// Renders the fields of a fact, and the entry that recorded it.
  private func render(_ fields: [(name: String, value: AnswerValue)], _ entry: Entry) -> String {
    switch self {
    case .text:
      var lines = fields.map { field in
        [
          String(field.name.map { $0 == "_" ? " " : $0 }),
          field.value.plainText.map(printable) ?? TextTable.missing,
        ]
      }
      lines.append(["recorded", entry.origin])
      if let note = entry.draft.note { lines.append(["note", printable(note)]) }
      return TextTable.aligned(lines, right: [false, false])
    case .json:
      var members = fields.map { ($0.name, $0.value.json) }
      members.append(("entry", .integer(entry.number)))
      members.append(("recorded_at", .string(clockText(entry.draft.recordedAt))))
      members.append(("author", .optional(entry.draft.author)))
      members.append(("note", .optional(entry.draft.note)))
      return JSON.object(members).text(pretty: true) + "\n"
    }
  }
}
