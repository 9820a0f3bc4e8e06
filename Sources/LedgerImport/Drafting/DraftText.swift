import LedgerCore
import Tabular

/// The text of a drafted profile: a line for each thing that it says, with how sure it is.
struct DraftText {
  let draft: ProfileDraft
  let source: String
  /// What holds for the whole file.
  var root: [String] = []
  /// The tables of the profile, and remarks.
  var lines: [String] = []
  /// What the user has to state, because no column says it.
  private(set) var missing: [String] = []

  init(_ draft: ProfileDraft, source: String, file: String) {
    self.draft = draft
    self.source = source
    let count = draft.table.rows.count
    let sheet = draft.table.sheet.map { ", sheet \(quoted($0))" } ?? ""
    root = [
      "# Drafted from \(file)\(sheet), by its first \(count == 1 ? "row" : "\(count) rows").",
      "# Each line says how sure it is. Compare what is unsure with what the platform says of it.",
      "records = \(quote(draft.records.rawValue))",
    ]
    if draft.records != .audience { root.append("source = \(quote(source))") }
    formats()
    header()
    key()
    columns()
    section("metrics") { if case .metric(let metric) = $0 { metric.rawValue } else { nil } }
    totals()
    kind()
    rows()
    movements()
    constants()
    leftOut()
  }

  /// The profile.
  var toml: String { (root + lines).joined(separator: "\n") + "\n" }

  var table: SampledTable { draft.table }

  func has(_ slot: Slot) -> Bool { draft.column(slot) != nil }

  // MARK: Columns

  private mutating func columns() {
    lines += ["", "[columns]"]
    for guess in draft.guesses {
      guard case .field(let field) = guess.slot, field != .kind,
        field != .event || draft.records == .audience
      else { continue }
      var value = quote(table.header[guess.column])
      if field == .startsAt || field == .at, let parts = draft.dayAndTime(field) {
        value = joined(parts)
      }
      lines.append("\(field.rawValue) = \(value)\(certainty(guess))")
    }
    if draft.records == .shows, !has(.field(.endsAt)), let parts = draft.dayAndTime(.endsAt) {
      lines.append("ends_at = \(joined(parts))  # likely, by its name")
    }
  }

  private func joined(_ parts: (day: SampledColumn, time: SampledColumn)) -> String {
    "{ date = \(quote(parts.day.name)), time = \(quote(parts.time.name)) }"
  }

  private mutating func section(_ title: String, _ key: (Slot) -> String?) {
    let found = draft.guesses.compactMap { guess in key(guess.slot).map { ($0, guess) } }
    guard !found.isEmpty else { return }
    lines += ["", "[\(title)]"]
    for (key, guess) in found {
      lines.append("\(key) = \(quote(table.header[guess.column]))\(certainty(guess))")
    }
  }

  private mutating func totals() {
    let found = draft.guesses.compactMap { guess -> (Measure, ProfileDraft.Guess)? in
      if case .total(let measure) = guess.slot { (measure, guess) } else { nil }
    }
    guard !found.isEmpty else { return }
    lines += ["", "[totals]"]
    for (measure, guess) in found {
      let column = table.columns[guess.column]
      var value = quote(table.header[guess.column])
      if column.words.currency != nil, let start = table.header[guess.column].lastIndex(of: "(") {
        value = quote(table.header[guess.column][..<start] + "(*)")
      }
      if measure.unit == .seconds, column.isNumeric, let factor = factor(column) {
        value = "{ column = \(value), times = \"\(factor)\" }"
      }
      lines.append("\(measure.rawValue) = \(value)\(certainty(guess))")
    }
  }

  /// How many seconds a number of the column counts.
  private func factor(_ column: SampledColumn) -> Int? {
    let words = column.words.words
    if words.contains("hours") { return 3600 }
    return words.contains(where: { ["mins", "minutes"].contains($0) }) ? 60 : nil
  }

  private func certainty(_ guess: ProfileDraft.Guess) -> String {
    if guess.slot.isMoney {
      let others = table.columns.indices.filter { index in
        index != guess.column && table.columns[index].looksLikeMoney
          && !draft.guesses.contains { $0.column == index && !$0.slot.isMoney }
      }
      let names = others.prefix(6).map { quote(table.header[$0]) }
      return "  # unsure: money"
        + (names.isEmpty ? "" : "; it may also be \(names.joined(separator: ", "))")
    }
    if guess.slot == .field(.market), draft.records == .sales {
      return "  # unsure: or where the buyer is"
    }
    if table.columns[guess.column].values.isEmpty { return "  # likely, by its name: it is empty" }
    return guess.score >= 0.95 ? "  # sure" : "  # likely, by its name"
  }

  // MARK: What no column says

  private mutating func constants() {
    let needed: [Field] =
      switch draft.records {
      case .sales: [.market, .currency]
      case .audience: [.event]
      default: [.market, .platform, .title]
      }
    for field in needed where !has(.field(field)) {
      if field == .currency, writeAliases() { continue }
      missing.append(field.rawValue)
    }
    missing += requiredColumns.filter { !has(.field($0)) }.map(\.rawValue)
    if draft.records == .shows, !has(.field(.currency)) { _ = writeAliases() }
    if !missing.isEmpty {
      lines += [
        "",
        "# unsure: no column says these. Give them as options of the import, or write them here:",
        "# [constants]",
      ]
      lines += missing.map { "# \($0) = \"…\"" }
    }
  }

  /// What no option can state.
  private var requiredColumns: [Field] {
    switch draft.records {
    case .sales:
      has(.field(.unitPrice))
        ? [.order, .product, .quantity, .at] : [.order, .product, .quantity, .amount, .at]
    case .audience: [.at]
    default: [.startsAt]
    }
  }

  /// Whether the times say their zone.
  var statesZone: Bool {
    draft.guesses.filter(\.slot.isTime).allSatisfy { guess in
      let column = table.columns[guess.column]
      return column.timeFormats.allSatisfy { name in
        name.hasPrefix("unix") || name.contains("X")
          || name == "iso8601" && !column.isTimeInFile
            && column.values.allSatisfy { $0.hasSuffix("Z") || $0.dropFirst(16).contains("+") }
      }
    }
  }

  /// Names the currencies that stand next to amounts; false if there are none.
  private mutating func writeAliases() -> Bool {
    let marks = Set(draft.moneyColumns.flatMap(\.currencyMarks)).sorted()
    guard !marks.isEmpty else { return false }
    lines += ["", "[aliases.currency]"]
    for mark in marks {
      let codes = CurrencyMarks.codes(of: mark)
      lines.append(
        "\(quote(mark)) = \(quote(codes.first ?? mark))"
          + (codes.count > 1
            ? "  # unsure: or \(codes.dropFirst().prefix(4).joined(separator: ", "))" : ""))
    }
    return true
  }

  private mutating func leftOut() {
    // A column may be guessed, and then have no place, such as a discount.
    let said = (root + lines).filter { !$0.hasPrefix("#") && !$0.hasPrefix("header = ") }
      .map { $0.part(before: "  # ") }
    let others = table.columns.indices.filter { index in
      let name = table.header[index]
      return !name.isEmpty && !said.contains { $0.contains(quote(name)) }
    }
    guard !others.isEmpty else { return }
    let personal = others.filter { draft.vocabulary.isPersonal(table.columns[$0].words) }
    if !personal.isEmpty {
      lines += ["", "# About persons, so nothing of them is stored:"]
      lines += personal.map { "#   \(table.header[$0])" }
    }
    let rest = others.filter { !personal.contains($0) }
    if !rest.isEmpty {
      lines += ["", "# Left out:"]
      lines += rest.map { "#   \(table.header[$0]): \(table.columns[$0].summary)" }
    }
  }

}

extension SampledColumn {
  /// Whether its numbers may be amounts: they have decimals, or a currency.
  var looksLikeMoney: Bool {
    isNumeric && !values.isEmpty && (hasDecimals || !currencyMarks.isEmpty || words.currency != nil)
  }

  /// What stands in it, in a few words; an example only where that can hardly be of a person.
  var summary: String {
    guard let first = values.first else { return "empty" }
    let example = ", such as \(quoted(String(first.onOneLine.prefix(30))))"
    if looksLikeMoney { return "unsure: decimals, perhaps money\(example)" }
    // Digits may be a time, or a telephone number.
    if !isNumeric, !timeFormats.isEmpty { return "times\(example)" }
    let repeats = distinctCount * 2 <= values.count
    return (isNumeric ? "numbers" : distinctCount == 1 ? "one text" : "texts")
      + (repeats ? example : "")
  }
}

extension String {
  /// What stands before a text, or all of it without that text.
  fileprivate func part(before text: String) -> Substring {
    self[..<(firstRange(of: text)?.lowerBound ?? endIndex)]
  }
}
