/// A pattern for times, parsed and checked.
struct TimePattern: Hashable, Sendable {
  /// The pattern as it was written.
  let text: String
  let tokens: [TimeToken]
  /// Whether the texts themselves state their offset.
  let hasOffset: Bool

  private struct Part {
    var token: TimeToken
    var letters: String
    /// The position of its first character in the pattern, counted from 1.
    var position: Int
  }

  init(_ text: String) throws(TimeFormatError) {
    guard !text.isEmpty else { throw .empty }
    let parts = try Self.split(text)
    try Self.checkFields(parts)
    try Self.checkDigits(parts)
    self.text = text
    tokens = parts.map(\.token)
    hasOffset = tokens.contains(.offset)
  }

  private static func split(_ text: String) throws(TimeFormatError) -> [Part] {
    let scalars = Array(text.unicodeScalars)
    var parts: [Part] = []
    var index = 0
    while index < scalars.count {
      let start = index
      let first = scalars[index]
      var literal = String(first)
      if first == "'" {
        literal = try quoted(scalars, from: &index)
      } else if first.isASCII, first.properties.isAlphabetic {
        while index < scalars.count, scalars[index] == first { index += 1 }
        let letters = String(repeating: String(first), count: index - start)
        guard let token = TimeToken(letters: letters) else {
          throw .unknownToken(letters, position: start + 1)
        }
        parts.append(Part(token: token, letters: letters, position: start + 1))
        continue
      } else {
        index += 1
      }
      for byte in literal.utf8 {
        parts.append(Part(token: .literal(byte), letters: literal, position: start + 1))
      }
    }
    return parts
  }

  /// The text between two quotes.
  ///
  /// Two quotes in a row are one literal quote, as in `o''clock`.
  private static func quoted(
    _ scalars: [Unicode.Scalar], from index: inout Int
  ) throws(TimeFormatError) -> String {
    let start = index
    func isQuote(_ index: Int) -> Bool { index < scalars.count && scalars[index] == "'" }
    if isQuote(start + 1) {
      index += 2
      return "'"
    }
    var text = String.UnicodeScalarView()
    index += 1
    while index < scalars.count {
      if isQuote(index) {
        index += 1
        guard isQuote(index) else { return String(text) }
      }
      text.append(scalars[index])
      index += 1
    }
    throw .openQuote(position: start + 1)
  }

  private static func checkFields(_ parts: [Part]) throws(TimeFormatError) {
    var found: [TimeToken.Field: Part] = [:]
    for part in parts {
      guard let field = part.token.field else { continue }
      guard found[field] == nil else {
        throw .repeatedField(part.letters, position: part.position)
      }
      found[field] = part
    }
    for field in [TimeToken.Field.year, .month, .day, .hour] where found[field] == nil {
      throw .missing(field.rawValue)
    }
    if let hour = found[.hour], case .twelveHour = hour.token {
      guard found[.marker] != nil else {
        throw .twelveHoursWithoutMarker(position: hour.position)
      }
    } else if let marker = found[.marker] {
      throw .markerWithoutTwelveHours(position: marker.position)
    }
    if let second = found[.second], found[.minute] == nil {
      throw .finerWithout(second.letters, missing: "minute")
    }
    if let millisecond = found[.millisecond], found[.second] == nil {
      throw .finerWithout(millisecond.letters, missing: "second")
    }
  }

  private static func checkDigits(_ parts: [Part]) throws(TimeFormatError) {
    for (part, next) in zip(parts, parts.dropFirst())
    where part.token.isOpenEnded && next.token.startsWithDigit {
      throw .runsTogether(part.letters, position: part.position)
    }
  }
}
