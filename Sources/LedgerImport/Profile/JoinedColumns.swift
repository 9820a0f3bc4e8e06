import LedgerCore

/// Several columns of which one value is made.
struct JoinedColumns: Sendable {
  enum Form: Sendable {
    /// A date, perhaps its time of day.
    case time
    /// Texts with another between them.
    case text(separator: String)
  }

  let form: Form
  let parts: [String]
  /// The column of the zone of a time.
  let zone: String?

  /// All columns of it.
  var columns: [String] { parts + [zone].compactMap(\.self) }

  /// What messages call it.
  var name: String { columns.joined(separator: " + ") }
}

extension JoinedColumns {
  /// Reads the table that stands where a column could: `{ date = "…", time = "…", zone = "…" }` or
  /// `{ columns = ["…", "…"], separator = "…" }`.
  init(_ section: Section, _ field: Field) throws(ProfileError) {
    if field.isTime {
      try self.init(time: section)
    } else {
      try self.init(text: section)
    }
  }

  /// A time of columns in braces: `{Date} {Time}` or `{Date} {Time} {Zone}`; `nil` for a name.
  init?(shorthand text: String, _ field: Field) {
    guard field.isTime, text.hasPrefix("{"), text.hasSuffix("}") else { return nil }
    let names = text.dropFirst().dropLast().split(separator: "} {").map(String.init)
    guard (2...3).contains(names.count), !names.contains(where: { $0.contains("}") }) else {
      return nil
    }
    self.init(form: .time, parts: Array(names.prefix(2)), zone: names.dropFirst(2).first)
  }

  private init(time section: Section) throws(ProfileError) {
    try section.allow(["date", "time", "zone"])
    guard let date = try section.column("date") else {
      throw section.fault("date", "is missing: it names the column of the date")
    }
    let time = try section.column("time")
    zone = try section.column("zone")
    guard time != nil || zone != nil else {
      throw section.fault("time", "is missing, and zone too: name the date's column alone")
    }
    parts = [date] + [time].compactMap(\.self)
    form = .time
  }

  private init(text section: Section) throws(ProfileError) {
    try section.allow(["columns", "separator"])
    guard let columns = try section.columnList("columns"), columns.count > 1 else {
      throw section.fault("columns", "is missing: it lists two columns or more")
    }
    let separator = try section.text("separator") ?? "-"
    guard !separator.isEmpty, !separator.contains("\\") else {
      throw section.fault("separator", "is a text without a backslash, and not empty")
    }
    parts = columns
    form = .text(separator: separator)
    zone = nil
  }
}

extension Field {
  /// Whether its text is read as a time.
  var isTime: Bool {
    switch self {
    case .at, .startsAt, .endsAt, .observedAt, .notBefore: true
    default: false
    }
  }

  /// Whether several columns can make its text.
  var isJoinable: Bool {
    switch self {
    case .order, .line, .event, .product, .title, .source, .claim, .survey: true
    default: isTime
    }
  }
}
