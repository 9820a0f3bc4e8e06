package import LedgerCore
package import Tabular

extension EventFormat {
  /// Renders everything that was ever recorded under a key.
  ///
  /// `members`: the JSON members of one version.
  package func render<F: Fact>(
    _ steps: [HistoryStep<F>], _ members: (F) -> [(String, JSON)]
  ) -> String {
    switch self {
    case .text: text(steps)
    case .json:
      JSON.array(steps.map { json($0, Self.voided(by: $0, steps), members) }).text(pretty: true)
        + "\n"
    }
  }

  private func text<F: Fact>(_ steps: [HistoryStep<F>]) -> String {
    var text = ""
    var last: F?
    for step in steps {
      let draft = step.entry.draft
      text += "\(step.entry.origin), \(draft.command)"
      if let source = draft.source { text += " from \(printable(source))" }
      if let void = step.entry.voidedBy { text += ", voided by entry \(void)" }
      text += "\n"
      if let fact = step.fact {
        let said =
          last.map { fact.differences(from: $0) }
          ?? fact.values.map { "\($0.field) \($0.text)" }.joined(separator: ", ")
        text += "  \(printable(said))\n"
        // The next version is not compared with one that was voided.
        if step.entry.voidedBy == nil { last = fact }
      }
      let voided = Self.voided(by: step, steps)
      if !voided.isEmpty {
        text += "  voids \(voided.map { "entry \($0)" }.joined(separator: ", "))\n"
      } else if step.fact == nil || step.counts.isSeveral {
        text += "  \(step.counts.phrase)\n"
      }
      if let note = draft.note { text += "  note: \(printable(note))\n" }
    }
    return text
  }

  /// The numbers of the entries that a step's entry voided.
  private static func voided<F: Fact>(
    by step: HistoryStep<F>, _ steps: [HistoryStep<F>]
  ) -> [Int64] {
    steps.filter { $0.entry.voidedBy == step.entry.number }.map(\.entry.number)
  }

  private func json<F: Fact>(
    _ step: HistoryStep<F>, _ voided: [Int64], _ members: (F) -> [(String, JSON)]
  ) -> JSON {
    let draft = step.entry.draft
    return .object([
      ("entry", .integer(step.entry.number)),
      ("recorded_at", .string(clockText(draft.recordedAt))),
      ("author", .optional(draft.author)),
      ("command", .string(draft.command)),
      ("source", .optional(draft.source)),
      ("note", .optional(draft.note)),
      ("voided_by", .optional(step.entry.voidedBy)),
      ("voids", .array(voided.map(JSON.integer))),
      ("fact", step.fact.map { .object(members($0)) } ?? .null),
      (
        "recorded",
        .object(
          FactType.allCases.filter { step.counts[$0] > 0 }
            .map { ($0.rawValue, .integer(step.counts[$0])) })
      ),
    ])
  }
}

extension Entry {
  /// Which entry it is, and when it was recorded by whom.
  var origin: String {
    "entry \(number), \(clockText(draft.recordedAt))"
      + (draft.author.map { " by \(printable($0))" } ?? "")
  }
}

extension Entry.Counts {
  /// Whether they count more than one fact.
  fileprivate var isSeveral: Bool { FactType.allCases.reduce(0) { $0 + self[$1] } > 1 }
}
