/// The short name by which a user calls an event; unique in a book.
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

  /// Makes a readable key of a title and the day on which the event starts.
  ///
  /// `On Trend`, 2021-12-08 gives `on-trend-2021-12-08`; a title without a letter or digit that
  /// ASCII can write gives the platform's name instead.
  ///
  /// `number`: 2 and more make a key that differs from one already in use.
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` where neither gives a key.
  public init(
    title: String, platform: String, day: CalendarDay, number: Int = 1
  ) throws(LedgerError) {
    let titleSlug = slug(title)
    let name = titleSlug.isEmpty ? slug(platform) : titleSlug
    let suffix = number > 1 ? "-\(number)" : ""
    try self.init("\(name.isEmpty ? "event" : name)-\(day)\(suffix)")
  }

  /// Makes a readable key of the pieces that name an event, cut to the length that a key may have.
  ///
  /// `tiktok`, `Amy`, `2026-04-18` give `tiktok-amy-2026-04-18`; a piece without a letter or digit
  /// that ASCII can write is left out.
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` where no piece is left.
  public init(parts: [String]) throws(LedgerError) {
    try self.init(keyText(parts))
  }

  /// Order by bytes.
  public static func < (left: EventKey, right: EventKey) -> Bool {
    left.description < right.description
  }
}

/// Refuses what is no key: a short name that people can type.
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

/// The readable key that pieces of text make, cut to the length that a key may have; empty where no
/// piece has a letter or digit that ASCII can write.
func keyText(_ parts: [String]) -> String {
  let slugs = parts.map(slug).filter { !$0.isEmpty }
  var text = String(slugs.joined(separator: "-").prefix(128))
  while text.hasSuffix("-") { text.removeLast() }
  return text
}

/// Lower-case ASCII letters and digits of a text, its other runs of characters as one hyphen.
private func slug(_ text: String) -> String {
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
