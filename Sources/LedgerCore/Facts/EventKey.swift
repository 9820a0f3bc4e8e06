/// The short name that a user gives an event; unique in a book.
public struct EventKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The key as it is written.
  public let description: String

  /// Makes a key.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` unless `text` is 1 to 128 characters of
  ///   ASCII letters, digits and `-`, `_`, `.`, `:`.
  public init(_ text: String) throws(LedgerError) {
    try checkKey(text, field: "event")
    description = text
  }

  /// Makes a readable key from a title and the day on which the event starts.
  ///
  /// `On Trend`, 2021-12-08 gives `on-trend-2021-12-08`. If the title has no letter or digit that
  /// ASCII can write, the platform's name takes its place, or else the word `event`.
  ///
  /// `number`: 2 and more make a key that differs from one already in use.
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` if the result is not a valid key.
  public init(
    title: String, platform: String, day: CalendarDay, number: Int = 1
  ) throws(LedgerError) {
    let titleSlug = slug(title)
    let name = titleSlug.isEmpty ? slug(platform) : titleSlug
    let suffix = number > 1 ? "-\(number)" : ""
    try self.init("\(name.isEmpty ? "event" : name)-\(day)\(suffix)")
  }

  /// Makes a readable key from the parts that name an event, cut to the maximum length of a key.
  ///
  /// `tiktok`, `Amy`, `2026-04-18` give `tiktok-amy-2026-04-18`; a part without a letter or digit
  /// that ASCII can write is left out.
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` if no part is left.
  public init(parts: [String]) throws(LedgerError) {
    try self.init(keyText(parts))
  }

  /// Orders keys by their bytes.
  public static func < (left: EventKey, right: EventKey) -> Bool {
    left.description < right.description
  }
}

/// Checks that a text is a key: a short name that people can type.
///
/// - Throws: ``LedgerError/invalid(field:value:reason:)`` unless `text` is 1 to 128 characters of
///   ASCII letters, digits and `-`, `_`, `.`, `:`.
func checkKey(_ text: String, field: String) throws(LedgerError) {
  func refuse(_ reason: String) -> LedgerError {
    .invalid(field: field, value: text, reason: reason)
  }
  guard !text.isEmpty else { throw refuse("a key is not empty") }
  guard text.utf8.count <= 128 else { throw refuse("a key has at most 128 characters") }
  guard text.utf8.allSatisfy(isAllowedInKey) else {
    throw refuse("a key has only the letters a–z and A–Z, digits, and - _ . :")
  }
}

private func isAllowedInKey(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"): true
  default: false
  }
}

/// Joins parts of text to a readable key, cut to the maximum length of a key.
///
/// The result is empty if no part has a letter or digit that ASCII can write.
func keyText(_ parts: [String]) -> String {
  let slugs = parts.map(slug).filter { !$0.isEmpty }
  var text = String(slugs.joined(separator: "-").prefix(128))
  while text.hasSuffix("-") { text.removeLast() }
  return text
}

/// The lower-case ASCII letters and digits of a text; any other run of characters is one hyphen.
func slug(_ text: String) -> String {
  var result = ""
  for scalar in text.lowercased().unicodeScalars {
    let plain = unaccented[scalar] ?? String(scalar)
    if plain.utf8.allSatisfy({ (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) }) {
      result += plain
    } else if !result.isEmpty, !result.hasSuffix("-"),
      scalar.properties.generalCategory != .nonspacingMark
    {
      result += "-"
    }
  }
  result = String(result.prefix(60))
  while result.hasSuffix("-") { result.removeLast() }
  return result
}

private let unaccented: [Unicode.Scalar: String] = {
  let letters = [
    "a": "àáâãäåāăą", "ae": "æ", "c": "çćč", "d": "ďđð", "e": "èéêëēėęě", "g": "ğģ",
    "i": "ìíîïīįı", "l": "łľļ", "n": "ñńňņ", "o": "òóôõöøōő", "oe": "œ", "r": "řŕ", "s": "śšşș",
    "ss": "ß", "t": "ťţț", "u": "ùúûüūůűų", "y": "ýÿ", "z": "źžż", "th": "þ",
  ]
  var result: [Unicode.Scalar: String] = [:]
  for (plain, accented) in letters {
    for scalar in accented.unicodeScalars { result[scalar] = plain }
  }
  return result
}()
