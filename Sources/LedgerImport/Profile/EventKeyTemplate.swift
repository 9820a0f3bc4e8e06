import LedgerCore

/// How an event's key is made of what a row says: `tiktok {Room ID}`.
struct EventKeyTemplate: Sendable {
  /// A piece of the key.
  enum Part: Sendable {
    case text(String)
    case field(Field)
    case column(String)
  }

  let parts: [Part]
  /// Whether it is made as that of a show which a person records.
  private(set) var isOfTitleAndDay = false

  /// Reads a template, in which braces hold fields or columns.
  ///
  /// `title and day` is one without braces.
  /// - Throws: ``ProfileError`` for braces that are not closed, and for none at all.
  init(_ text: String, records: RecordType, in section: Section) throws(ProfileError) {
    if text == "title and day" {
      guard records.fields.contains(.title) else {
        throw section.fault("event_key", "is of shows: \(records.facts) have no title")
      }
      self.parts = []
      isOfTitleAndDay = true
      return
    }
    var parts: [Part] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      let literal = rest.prefix { $0 != "{" }
      if !literal.isEmpty { parts.append(.text(String(literal))) }
      rest = rest.dropFirst(literal.count)
      guard !rest.isEmpty else { break }
      guard let end = rest.firstIndex(of: "}") else {
        throw section.fault("event_key", "has a { without a }")
      }
      let name = String(rest[rest.index(after: rest.startIndex)..<end])
      if let field = Field(rawValue: name), records.fields.contains(field) {
        parts.append(.field(field))
      } else {
        parts.append(.column(name))
      }
      rest = rest[rest.index(after: end)...]
    }
    guard parts.contains(where: { if case .text = $0 { false } else { true } }) else {
      throw section.fault("event_key", "names no column in braces: every row would be one event")
    }
    self.parts = parts
  }
}
