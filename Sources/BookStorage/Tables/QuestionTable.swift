import LedgerCore
import Rows

/// The `question` table: the versions of saved queries.
struct QuestionTable: Table {
  static let name = "question"
  static let columns: [Column] = [
    .text("name", "name of the query"), .entry,
    .text("statement", "one SQL statement; null if the name was retired", nullable: true),
    .text("description", "description of the query; null if there is none", nullable: true),
  ]
  static let key = ["name", "entry"]
  static let statements = [selectAll]

  /// A row for each parameter, or one row if there is none.
  private static let selectAll = """
    SELECT question.name, question.entry, statement, description, recorded_at, void.entry,
      parameter.name, type, value
    FROM question
    JOIN entry ON entry.number = question.entry
    LEFT JOIN void ON voided = question.entry
    LEFT JOIN question_parameter AS parameter
      ON parameter.question = question.name AND parameter.entry = question.entry
    ORDER BY question.name, question.entry, position
    """

  let session: any BookSession

  func insert(_ question: SavedQuery, entry: any EntryWriter) throws(StorageError) {
    try entry.insert(
      [
        .text(question.name), .integer(entry.number), .optional(question.statement),
        .optional(question.description),
      ], into: Self.self)
    try QuestionParameterTable(session: session).insert(
      question.parameters, of: question.name, entry: entry)
  }

  /// All versions, by name and then in the order in which they were saved.
  ///
  /// It is one statement, so that it reads one state of the book even if no transaction may be
  /// opened.
  func versions() throws(StorageError) -> [SavedQueryRecord] {
    var versions: [SavedQueryRecord] = []
    try session.forEach(Self.selectAll) { row throws(StorageError) in
      let (name, entry) = (try row.text(0), try row.integer(1))
      let before = versions.last.flatMap { $0.query.name == name ? $0 : nil }
      let isSame = before?.entry == entry
      if isSame { versions.removeLast() }
      var parameters = isSame ? before?.query.parameters ?? [] : []
      if let parameter = try row.optionalText(6) {
        parameters.append(
          SavedQuery.Parameter(
            name: parameter, type: try row.optionalText(7), value: try row.optionalText(8)))
      }
      versions.append(
        SavedQueryRecord(
          query: SavedQuery(
            recorded: name, statement: try row.optionalText(2),
            description: try row.optionalText(3), parameters: parameters),
          version: (before?.version ?? 0) + (isSame ? 0 : 1), entry: entry,
          recordedAt: try row.instant(4), voidedBy: try row.optionalInteger(5)))
    }
    return versions
  }
}

/// The `question_parameter` table: the parameters of saved queries.
struct QuestionParameterTable: Table {
  static let name = "question_parameter"
  static let columns: [Column] = [
    .text("question", "name of the saved query"), .entry,
    .integer("position", "position by first use in the statement, from 1"),
    .text("name", "name of the parameter, without the colon"),
    .text(
      "type", "type of the value: instant, money, …; null: by what the value looks like",
      nullable: true),
    .text("value", "default value; null if each run has to give one", nullable: true),
  ]
  static let key = ["question", "entry", "position"]

  let session: any BookSession

  func insert(
    _ parameters: [SavedQuery.Parameter], of question: String, entry: any EntryWriter
  ) throws(StorageError) {
    for (offset, parameter) in parameters.enumerated() {
      try entry.insert(
        [
          .text(question), .integer(entry.number), .integer(Int64(offset + 1)),
          .text(parameter.name), .optional(parameter.type), .optional(parameter.value),
        ], into: Self.self)
    }
  }
}
