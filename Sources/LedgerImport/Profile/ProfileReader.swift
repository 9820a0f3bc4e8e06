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
    try shapes = RowRule.shapes(of: root)
    try readExport(root)
    try readOtherNames(root)
    (columnAliases, joinedColumns) = (root.columns.aliases, root.columns.joined)
    try checkOnce(root)
  }

  private static func keys(of records: RecordType) -> [String] {
    let all = [
      "description", "records", "delimiter", "encoding", "time_zone", "time_format", "decimal_mark",
      "thousands_mark", "no_value", "zero", "date_order", "columns", "constants", "skip", "reject",
      "header", "personal",
      "trim", "other_names", "known_only", "fixed_columns",
    ]
    return switch records {
    case .events: all + ["aliases", "not_markets", "event_key"]
    case .claims, .surveys, .targets, .creators: all + ["aliases", "not_markets"]
    case .rates, .aliases: all
    case .credits: all + ["source", "event_key", "name_time", "aliases", "not_markets"]
    case .marks: all + ["aliases", "not_markets"]
    case .audience: all + ["metrics", "aliases"]
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
    try readAlignment(root)
    if alignment == nil, let text = try root.text("delimiter") {
      guard let byte = delimiters[text]?.utf8.first else {
        throw root.fault(
          "delimiter",
          "is \(quoted(text)), not one of \",\", \";\", \"tab\", \"|\", "
            + "\"spaces\"")
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

  /// `delimiter = "spaces"`, or where the columns of a line begin.
  private mutating func readAlignment(_ root: Section) throws(ProfileError) {
    if try root.text("delimiter") == "spaces" { alignment = .spaces }
    guard let places = try root.wholeNumbers("fixed_columns") else { return }
    guard try root.text("delimiter") == nil else {
      throw root.fault("fixed_columns", "stands next to delimiter: leave one of them out")
    }
    let isAscending = zip(places, places.dropFirst()).allSatisfy { $0 < $1 }
    guard places.count > 1, isAscending, (1...100_000).contains(places[0]) else {
      throw root.fault(
        "fixed_columns",
        "lists the characters at which the columns begin, in ascending order, from 1 on")
    }
    alignment = .starts(places.map { $0 - 1 })
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
      for (key, name) in try section.columnByKey() {
        columns[Field(rawValue: key) ?? .event] = name
      }
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
    for (key, name) in try section.columnByKey() {
      if let metric = Metric(rawValue: key) { metrics.append((metric, name)) }
    }
  }

  /// `other_names`: of columns that are named elsewhere, as in tests.
  private func readOtherNames(_ root: Section) throws(ProfileError) {
    guard let section = try root.section("other_names") else { return }
    for key in section.keys {
      let text = section.isText(key) ? try section.text(key) : nil
      let others = if let text { [text] } else { try section.list(key) ?? [] }
      _ = try section.alias([key] + others, key)
    }
  }

  private mutating func readMarkets(_ root: Section) throws(ProfileError) {
    if let aliases = try root.section("aliases") {
      try aliases.allow(
        ["market", "currency", "zone"] + NameAliases.Subject.allCases.map(\.rawValue))
      if let currencies = try aliases.section("currency") {
        hasCurrencyMarks = true
        for (mark, code) in try currencies.texts() { currencyAliases[mark] = code }
      }
      if let zones = try aliases.section("zone") { try readZones(zones) }
      for (name, code) in try aliases.section("market")?.texts() ?? [] {
        marketAliases[name.uppercased()] = code
      }
    }
    nameAliases = try NameAliases.all(of: root)
    notMarkets = Set(try root.list("not_markets")?.map { $0.uppercased() } ?? [])
  }

  private mutating func readZones(_ section: Section) throws(ProfileError) {
    for (word, text) in try section.texts() {
      guard let zone = StatedZone(text) else {
        throw section.fault(
          word, "is \(quoted(text)), which is no zone: write Asia/Shanghai or +08:00")
      }
      zoneAliases[word] = zone
    }
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
