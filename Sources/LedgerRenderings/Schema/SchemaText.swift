package import LedgerCore

/// What tables and views hold, on a terminal.
package enum SchemaText {
  /// A line for each.
  package static func list(_ all: [SchemaDescription]) -> String {
    let widest = all.map(\.name.count).max() ?? 0
    func lines(_ relations: [SchemaDescription]) -> String {
      relations.map { relation in
        let padding = String(repeating: " ", count: widest - relation.name.count)
        return "  \(relation.name)\(padding)  \(relation.firstSentence)\n"
      }.joined()
    }
    return "Views, for people. A row is:\n" + lines(all.filter(\.isView))
      + "\nTables, as it is recorded. A row is:\n" + lines(all.filter { !$0.isView })
      + "\n`ledger schema NAME` says what the columns mean.\n"
  }

  /// All of one.
  package static func page(_ relation: SchemaDescription) -> String {
    let kind = relation.isView ? "view" : "table"
    let lines = relation.columns.map { column in
      [column.name, column.unit ?? column.type.lowercased(), column.meaning]
    }
    let heading = ["column", "unit or type", "meaning"]
    return "\(relation.name), a \(kind). A row is \(relation.meaning)\n\n"
      + TextTable.aligned([heading] + lines, right: [false, false, false])
      + "\nFor example:\n  ledger sql \"\(relation.example)\"\n"
  }
}

extension SchemaDescription {
  /// What a row is, without what else there is to say.
  var firstSentence: String {
    let end = meaning.firstRange(of: ". ")?.lowerBound ?? meaning.endIndex
    let sentence = meaning[..<end]
    return String(sentence.hasSuffix(".") ? sentence.dropLast() : sentence)
  }
}
