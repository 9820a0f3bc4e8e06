/// The countries of ISO 3166-1, by their codes and names.
enum Countries {
  /// The two letters of the country that a text names; `nil` if it names none.
  static func isoCode(_ text: String) -> String? { isoCodes[plain(text)] }

  /// The two letters of the country whose name, and not code, looks most like a text.
  static func near(_ text: String) -> String? {
    nearest(to: plain(text), among: isoCodes.keys.filter { $0.utf8.count > 3 }.sorted())
      .first.flatMap { isoCodes[$0] }
  }

  /// A name without accents, points and signs, in lower case: spellings that mean the same are one.
  ///
  /// `the Côte d’Ivoire` gives `cote-d-ivoire`, `U.K.` gives `uk`.
  static func plain(_ name: String) -> String {
    var text = ""
    for character in name {
      switch character {
      case "&": text += " and "
      case "." where text.last?.isLetter == true: break
      default: text.append(character)
      }
    }
    var words = slug(text).split(separator: "-")
    if words.count > 1, words[0] == "the" { words.removeFirst() }
    return words.map { $0 == "st" ? "saint" : $0 }.joined(separator: "-")
  }

  private static let isoCodes: [String: String] = {
    var codes: [String: String] = [:]
    for country in entries(of: CountryCodes.table) {
      let words = country.split(separator: " ").map(String.init)
      for code in words { codes[code.lowercased()] = words[0] }
    }
    for country in entries(of: CountryNames.ofISO) + entries(of: CountryNames.common) {
      for name in country.dropFirst(3).split(separator: "/") {
        codes[plain(String(name))] = String(country.prefix(2))
      }
    }
    return codes
  }()

  private static func entries(of table: String) -> [Substring] {
    table.split { $0 == ";" || $0 == "\n" }.map { $0.drop { $0 == " " } }
  }
}
