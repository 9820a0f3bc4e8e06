import LedgerCore

/// The description of tables and views, for a terminal.
enum SchemaText {
  /// A line for each; `footer`: the command that prints more.
  static func list(_ all: [SchemaDescription], footer: String = "") -> String {
    let widest = all.map(\.name.count).max() ?? 0
    func lines(_ relations: [SchemaDescription]) -> String {
      relations.map { relation in
        let padding = String(repeating: " ", count: widest - relation.name.count)
        return "  \(relation.name)\(padding)  \(relation.firstSentence)\n"
      }.joined()
    }
    return "Views, made for people. A row is:\n" + lines(all.filter(\.isView))
      + "\nTables, with the data as recorded. A row is:\n" + lines(all.filter { !$0.isView })
      + (footer.isEmpty ? "" : "\n\(footer)\n")
  }

  /// All of one; `asking`: the command that runs a query.
  static func page(
    _ relation: SchemaDescription, asking: (String) -> String = { $0 }
  ) -> String {
    let kind = relation.isView ? "view" : "table"
    let lines = relation.columns.map { column in
      [column.name, column.unit ?? column.type.lowercased(), column.meaning]
    }
    let heading = ["column", "unit or type", "meaning"]
    return "\(relation.name), a \(kind). A row is \(relation.meaning)\n\n"
      + TextTable.aligned([heading] + lines, right: [false, false, false])
      + "\nFor example:\n  \(asking(relation.example))\n"
  }
}

extension SchemaDescription {
  /// What a row is, without further details.
  var firstSentence: String {
    let end = meaning.firstRange(of: ". ")?.lowerBound ?? meaning.endIndex
    let sentence = meaning[..<end]
    return String(sentence.hasSuffix(".") ? sentence.dropLast() : sentence)
  }
}
