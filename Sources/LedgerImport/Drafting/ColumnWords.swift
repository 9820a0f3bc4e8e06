/// The words of a column's name, as they are compared with those of a vocabulary.
struct ColumnWords {
  let words: [String]
  /// The currency that stands in parentheses at its end: `GBP` of `Revenue (GBP)`.
  let currency: String?

  /// Zones say how a time is written, and not what it is of.
  private static let zones: Set<String> = ["utc", "gmt"]

  init(_ name: String) {
    var text = Substring(name)
    currency = Self.currency(&text)
    var words: [String] = []
    var word = ""
    var wasLower = false
    for character in text {
      let isPart = character.isLetter || character.isNumber
      if !isPart || character.isUppercase && wasLower {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if isPart { word += character.lowercased() }
      wasLower = character.isLowercase
    }
    if !word.isEmpty { words.append(word) }
    self.words = words.filter { !Self.zones.contains($0) }
  }

  /// Takes `(GBP)` off the end.
  private static func currency(_ text: inout Substring) -> String? {
    guard text.last == ")", let start = text.lastIndex(of: "(") else { return nil }
    let mark = text[text.index(after: start)...].dropLast()
    let isCode = mark.count == 3 && mark.allSatisfy { $0.isUppercase && $0.isASCII }
    guard isCode || CurrencyMarks.isKnown(String(mark)) else { return nil }
    text = text[..<start]
    return String(mark)
  }

  /// How well the name fits a term, from 0 to 1: 1 if it has its words and no others.
  func match(_ term: ColumnWords) -> Double {
    if words == term.words { return 1 }
    if let found = unspacedMatch(term) { return found }
    guard !term.words.isEmpty, term.words.allSatisfy(words.contains) else { return 0 }
    return 0.4 + 0.5 * Double(term.words.count) / Double(words.count)
  }

  /// The same for scripts without spaces between words.
  private func unspacedMatch(_ term: ColumnWords) -> Double? {
    guard let sought = term.words.first, term.words.count == 1,
      sought.unicodeScalars.contains(where: { $0.value >= 0x0E00 && $0.value < 0xFB00 }),
      let word = words.first(where: { $0.contains(sought) })
    else { return nil }
    return 0.4 + 0.5 * Double(sought.count) / Double(word.count)
  }
}
