import LedgerCore

/// What an entry recorded, as the rows that storages have of it.
struct EntryRows {
  typealias Recorded = ModelBook.Recorded

  let book: ModelBook
  let entry: Int64

  /// A part for each table in which the entry recorded something, by the names of the tables.
  var parts: [DigestPart] {
    (ofItself + ofEvents + ofNumbers + ofProgramme + ofQueries).filter { !$0.isEmpty }
      .sorted { $0.table < $1.table }
  }

  func own<F>(_ facts: [Recorded<F>]) -> [F] {
    facts.filter { $0.entry == entry }.map(\.fact)
  }

  /// The key of an event, and how many earlier ones had it.
  func name(_ key: EventKey) -> String {
    let earlier = book.events.count { $0.fact.key == key && $0.entry <= entry } - 1
    return earlier > 0 ? "\(key)\0\(earlier)" : key.description
  }

  private var ofItself: [DigestPart] {
    [
      DigestPart("entry", [itself]),
      DigestPart(
        "void",
        book.voids.filter { $0.value == entry }.map {
          ["voided": .integer($0.key), "reason": .text(book.hash(of: book.reasons[entry]))]
        }),
      DigestPart(
        "acceptance",
        own(book.acceptances).map {
          [
            "rule": .text($0.rule.rawValue), "subject": .text($0.subject),
            "finding": .text($0.recordedDetail),
            "reason": .text(book.hash(of: book.reasons[entry])),
          ]
        }),
      DigestPart(
        "forgotten_text",
        book.forgotten.filter { $0.value == entry }.map { ["hash": .text($0.key)] }),
    ]
  }

  private var itself: DigestRow {
    let draft = book.drafts[Int(entry) - 1]
    let counts = book.facts(ofEntries: [entry])
    func count(_ type: FactType) -> (name: String, value: DigestValue?) {
      (type.rawValue, .integer(counts[type]))
    }
    // The columns of the types that came later have a default.
    let later = FactType.allCases.dropFirst(3).filter {
      counts[$0] != 0 && ![.coverages, .credits, .sameShows, .marks, .aliases].contains($0)
    }
    return DigestRow(
      [
        ("number", .integer(entry)), ("recorded_at", .integer(draft.recordedAt.milliseconds)),
        ("command", .text(draft.command)), ("source", .text(draft.source)),
        ("source_digest", .text(draft.sourceDigest)), ("note", .text(book.hash(of: draft.note))),
      ] + FactType.allCases.prefix(3).map(count) + [("import", .integer(book.imports[entry]))]
        + later.map(count) + [("author", .text(book.hash(of: draft.author)))]
        // These types came after the author.
        + [.coverages, .credits, .sameShows, .marks, .aliases].filter { counts[$0] != 0 }.map(count)
    )
  }

  private var ofQueries: [DigestPart] {
    [
      DigestPart(
        "question",
        own(book.queries).map {
          [
            "name": .text($0.name), "statement": .text($0.statement),
            "description": .text($0.description),
          ]
        }),
      DigestPart(
        "question_parameter",
        own(book.queries).flatMap { query in
          query.parameters.enumerated().map { offset, parameter in
            [
              "question": .text(query.name), "position": .integer(Int64(offset + 1)),
              "name": .text(parameter.name), "type": .text(parameter.type),
              "value": .text(parameter.value),
            ]
          }
        }),
    ]
  }
}
