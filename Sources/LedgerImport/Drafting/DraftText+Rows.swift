import LedgerCore

/// What the rows of a drafted profile are, and what else they move.
extension DraftText {
  mutating func kind() {
    guard draft.records == .sales, let index = draft.column(.field(.kind)) else { return }
    var known: [String] = []
    var unknown: [String] = []
    for text in Set(table.columns[index].values).sorted() {
      switch draft.vocabulary.meaning(of: text) {
      case .sale: known.append("\(quote(text)) = \"sale\"")
      case .refund: known.append("\(quote(text)) = \"refund\"")
      case .cancellation: known.append("\(quote(text)) = \"cancellation\"")
      default: unknown.append(quote(text))
      }
    }
    guard !known.isEmpty else { return }
    root.append("signs = \"by kind\"")
    lines += ["", "[kind]", "column = \(quote(table.header[index]))  # likely, by its name", ""]
    lines += ["[kind.values]"] + known
    if !unknown.isEmpty {
      lines.append(
        "# unsure: rows with \(unknown.joined(separator: ", ")) are rejected: say what they are,")
      lines.append("# or skip them")
    }
  }

  mutating func rows() {
    skipDescription()
    for (column, texts) in table.totalTexts.sorted(by: { $0.key < $1.key }) {
      skip("total", table.header[column], texts)
    }
    guard draft.records == .sales else { return }
    for column in table.columns where column.distinctCount <= 30 {
      skip(
        "unpaid order", column.name,
        Set(column.values.filter { draft.vocabulary.meaning(of: $0) == .unpaid }))
    }
  }

  /// Skips rows in which a column has one of these texts.
  private mutating func skip(_ name: String, _ column: String, _ texts: Set<String>) {
    guard !texts.isEmpty else { return }
    let list = texts.sorted().map(quote).joined(separator: ", ")
    lines += [
      "", "[[skip]]", "name = \(quote(name))",
      "when_column = { \(quote(column)) = { one_of = [\(list)] } }  # likely",
    ]
  }

  /// The row below the header may describe the columns.
  private mutating func skipDescription() {
    guard table.rows.count > 1, let row = table.rows.first else { return }
    let isText = draft.guesses.contains { guess in
      let column = table.columns[guess.column]
      let text = row[guess.column].trimmed
      guard column.isNumeric || guess.slot.isTime, column.values.count > 2, !text.isEmpty else {
        return false
      }
      return column.isNumeric
        ? !text.contains(where: \.isNumber) : TimeGuess.formats(of: [text]).isEmpty
    }
    guard isText, let index = row.indices.first(where: { row[$0].trimmed.contains(" ") }) else {
      return
    }
    let beginning = quote(String(row[index].trimmed.prefix(24)))
    lines += [
      "", "[[skip]]", "name = \"description of the columns\"",
      "when_column = { \(quote(table.header[index])) = { begins = \(beginning) } }  # likely",
    ]
  }

  // MARK: Other movements

  mutating func movements() {
    guard draft.records == .sales else { return }
    positions()
    if let at = draft.name(.part(.cancelledAt)) {
      lines += [
        "", "[[movement]]  # likely: all of the row is cancelled", "kind = \"cancellation\"",
        "at = [\(quote(at))]", "when_column = { \(quote(at)) = \"present\" }",
      ]
    }
    cancelledByState()
    if let refunded = draft.name(.part(.refunded)) {
      lines += [
        "", "[[movement]]  # unsure: money, all that was paid back so far", "kind = \"refund\"",
        "line = \"0\"", "amount = \(quote(refunded))  # unsure: money",
      ]
      if let returned = draft.name(.part(.returned)) {
        lines.append("quantity = \(quote(returned))  # likely, by its name")
      }
      let before = [draft.name(.part(.paidAt)), draft.name(.field(.at))].compactMap(\.self)
      if let at = draft.name(.part(.refundedAt)) {
        lines.append("at = [\(quote(at))]")
      } else {
        lines += [
          "extent = \"so far\"",
          "not_before = [\(before.map(quote).joined(separator: ", "))]  # when is not in the file",
        ]
      }
      lines.append("when_column = { \(quote(refunded)) = \"positive\" }")
    }
  }

  /// A state may say that an order is cancelled, and nothing when.
  private mutating func cancelledByState() {
    guard !has(.part(.cancelledAt)), !has(.field(.kind)), let at = draft.name(.field(.at)) else {
      return
    }
    for column in table.columns where column.distinctCount <= 30 {
      let texts = Set(
        column.values.filter { draft.vocabulary.meaning(of: $0) == .cancellation }
      ).sorted()
      guard !texts.isEmpty else { continue }
      let list = texts.map(quote).joined(separator: ", ")
      lines += [
        "", "[[movement]]  # unsure: when an order was cancelled is not in the file",
        "kind = \"cancellation\"", "at = [\(quote(at))]",
        "when_column = { \(quote(column.name)) = { one_of = [\(list)] } }",
      ]
      return
    }
  }

  /// How the lines of an order are told apart.
  private mutating func positions() {
    guard let order = draft.column(.field(.order)) else { return }
    var said: [String] = []
    if let line = draft.column(.field(.line)) {
      let keys = table.rows.map { [$0[order], $0[line]] }
      if Set(keys).count < keys.count { said.append("repeats = \"separate lines\"  # likely") }
    } else {
      said.append("line = \"position\"  # no column numbers the lines")
    }
    let ofOrder = firstRowOnly(order)
    if !ofOrder.isEmpty {
      said.append("first_row_only = [\(ofOrder.map(quote).joined(separator: ", "))]  # likely")
    }
    root += said
  }

  /// The columns that only the first of the rows of an order fills.
  private func firstRowOnly(_ order: Int) -> [String] {
    let later = table.rows.indices.dropFirst().filter {
      table.rows[$0][order] == table.rows[$0 - 1][order]
    }
    guard !later.isEmpty else { return [] }
    return draft.guesses.map(\.column).sorted().filter { column in
      later.allSatisfy { table.rows[$0][column].isEmpty }
        && later.contains { !table.rows[$0 - 1][column].isEmpty }
    }.map { table.header[$0] }
  }
}
