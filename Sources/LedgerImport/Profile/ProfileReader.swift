import LedgerCore
import Tabular

extension Profile {
  /// Reads a profile.
  ///
  /// - Parameters:
  ///   - toml: The profile's text.
  ///   - name: The profile's file; without folder and extension it names the source of sales,
  ///     unless the profile does.
  /// - Throws: ``ProfileError`` for what is no TOML, for a key, a field or a name that is not
  ///   known, for a value of another type, and for what is said twice.
  package init(toml: String, name: String) throws(ProfileError) {
    let root = try Section(toml: toml, profile: name)
    guard let recordsName = try root.text("records") else {
      throw root.fault("records", "is missing: it says what a row is, such as events or sales")
    }
    guard let records = RecordType(name: recordsName) else {
      throw root.fault(
        "records", unknown("type of record", recordsName, in: RecordType.allCases.map(\.rawValue)))
    }
    self.init(name: name, records: records, source: Self.source(ofFile: name))
    try root.allow(Self.keys(of: records))
    description = try root.text("description")
    source = try root.text("source") ?? source
    timeZone = try root.text("time_zone")
    noValue = try root.list("no_value") ?? noValue
    zeros = try root.list("zero") ?? []
    try readFormats(root)
    try readFields(root)
    try readLine(root)
    if let section = try root.section("metrics") { try readMetrics(section) }
    if let section = try root.section("kind") { kind = try KindRule(section) }
    try readMarkets(root)
    try rules = RowRule.all(of: root, records: records)
    try readExport(root)
    try checkOnce(root)
  }

  private static func keys(of records: RecordType) -> [String] {
    let all = [
      "description", "records", "delimiter", "encoding", "time_zone", "time_format", "decimal_mark",
      "thousands_mark", "no_value", "zero", "date_order", "columns", "constants", "skip", "reject",
      "header", "personal",
      "trim",
    ]
    return switch records {
    case .events, .claims, .surveys, .targets, .creators: all + ["aliases", "not_markets"]
    case .rates: all
    case .audience: all + ["metrics"]
    case .sales:
      all + [
        "source", "line", "kind", "aliases", "not_markets", "event_key", "first_row_only",
        "movement", "name_time", "signs", "repeats", "discount",
      ]
    case .shows:
      all + [
        "source", "metrics", "totals", "aliases", "not_markets", "event_key", "duration_unit",
        "lasts",
      ]
    }
  }

  private static func source(ofFile name: String) -> String {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
    return String(file[..<dot])
  }

  private mutating func readFormats(_ root: Section) throws(ProfileError) {
    let delimiters = [",": ",", ";": ";", "tab": "\t", "\t": "\t", "|": "|"]
    if let text = try root.text("delimiter") {
      guard let byte = delimiters[text]?.utf8.first else {
        throw root.fault("delimiter", "is \(quoted(text)), not one of \",\", \";\", \"tab\", \"|\"")
      }
      delimiter = byte
    }
    if let text = try root.text("encoding") {
      guard let known = TextEncoding(name: text) else {
        throw root.fault("encoding", "is \(quoted(text)), not one of \(TextEncoding.names)")
      }
      encoding = known
    }
    if root.keys.contains("time_format") {
      let all =
        if root.isText("time_format"), let text = try root.text("time_format") {
          [text]
        } else {
          try root.list("time_format") ?? []
        }
      timeFormats = []
      for text in all {
        do throws(TimeFormatError) { timeFormats.append(try ProfileTimeFormat(text)) } catch {
          throw root.fault("time_format", "is no format of times: \(error)")
        }
      }
    }
    let markText = root.isText("decimal_mark") ? try root.text("decimal_mark") : nil
    detectsDecimalMark = markText == "auto"
    let decimalMark =
      detectsDecimalMark ? nil : try mark("decimal_mark", in: root, allowed: [".", ","])
    let thousandsMark = try mark("thousands_mark", in: root, allowed: [",", ".", " ", "'"])
    numbers = NumberFormat(
      decimalMark: decimalMark ?? UInt8(ascii: "."), thousandsMark: thousandsMark)
    if numbers.decimalMark == numbers.thousandsMark {
      throw root.fault("thousands_mark", "is the decimal mark too")
    }
  }

  private func mark(
    _ key: String, in root: Section, allowed: [String]
  ) throws(ProfileError) -> UInt8? {
    guard let text = try root.text(key) else { return nil }
    guard allowed.contains(text), let byte = text.utf8.first else {
      throw root.fault(
        key, "is \(quoted(text)), not one of \(allowed.map(quoted).joined(separator: ", "))")
    }
    return byte
  }

  private mutating func readFields(_ root: Section) throws(ProfileError) {
    let known = records.fields
    if let section = try root.section("columns") {
      try section.allow(known.map(\.rawValue))
      for (key, text) in try section.texts() { columns[Field(rawValue: key) ?? .event] = text }
    }
    if let section = try root.section("constants") {
      try section.allow(known.map(\.rawValue))
      for (key, text) in try section.texts() { constants[Field(rawValue: key) ?? .event] = text }
    }
  }

  private mutating func readLine(_ root: Section) throws(ProfileError) {
    guard let text = try root.text("line") else { return }
    guard text == "position" else {
      throw root.fault(
        "line",
        "is \(quoted(text)), not \"position\"; a column for it is named in [columns]")
    }
    countsPositions = true
  }

  private mutating func readMetrics(_ section: Section) throws(ProfileError) {
    try section.allow(Metric.allCases.map(\.rawValue))
    for (key, text) in try section.texts() {
      if let metric = Metric(rawValue: key) { metrics.append((metric, text)) }
    }
  }

  private mutating func readMarkets(_ root: Section) throws(ProfileError) {
    if let aliases = try root.section("aliases") {
      try aliases.allow(["market", "currency"])
      if let currencies = try aliases.section("currency") {
        hasCurrencyMarks = true
        for (mark, code) in try currencies.texts() { currencyAliases[mark] = code }
      }
      for (name, code) in try aliases.section("market")?.texts() ?? [] {
        marketAliases[name.uppercased()] = code
      }
    }
    notMarkets = Set(try root.list("not_markets")?.map { $0.uppercased() } ?? [])
  }

  /// Refuses a profile that says two things of one field.
  private func checkOnce(_ root: Section) throws(ProfileError) {
    for field in records.fields where columns[field] != nil && constants[field] != nil {
      throw root.fault(
        "constants.\(field.rawValue)", "has a column in [columns] too: leave one of them out")
    }
    func has(_ field: Field) -> Bool { columns[field] != nil || constants[field] != nil }
    if countsPositions, has(.line) {
      throw root.fault("line", "is in [columns] or [constants] too: leave one of them out")
    }
    if kind != nil, has(.kind) {
      throw root.fault("kind", "is in [columns] or [constants] too: leave one of them out")
    }
    if has(.amount), has(.unitPrice) {
      throw root.fault(
        "columns.unit_price", "stands next to amount: leave one of them out")
    }
    if !metrics.isEmpty, has(.metric) || has(.count) {
      throw root.fault("metrics", "takes the place of metric and count: leave those out")
    }
    if has(.source), try root.text("source") != nil {
      throw root.fault("source", "is in [columns] or [constants] too: leave one of them out")
    }
  }
}
