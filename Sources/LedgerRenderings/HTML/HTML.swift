/// A piece of markup, in which all that is data is escaped as it is put in.
///
/// It is well-formed XML too, so that any parser can check a page.
struct HTML {
  /// The markup.
  let markup: String

  /// Data: nothing of it is markup, and control characters are written out.
  init(_ text: String) {
    markup = Self.escaped(printable(text))
  }

  private init(markup: String) { self.markup = markup }

  /// Pieces one after the other.
  init(_ pieces: [HTML]) {
    markup = pieces.map(\.markup).joined()
  }

  /// An element with its attributes and what is in it.
  static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: [HTML] = []
  ) -> HTML {
    let opening = attributes.reduce("<\(name)") {
      "\($0) \($1.key)=\"\(escaped(printable($1.value)))\""
    }
    if content.isEmpty, empty.contains(name) { return HTML(markup: opening + "/>") }
    let end = lines.contains(name) ? "\n" : ""
    return HTML(markup: opening + ">" + HTML(content).markup + "</\(name)>" + end)
  }

  /// An element with text in it.
  static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ text: String
  ) -> HTML {
    element(name, attributes, [HTML(text)])
  }

  /// The program's own style sheet, which has neither `<` nor `&` in it.
  static func style(_ css: String) -> HTML { HTML(markup: "<style>\n\(css)\n</style>\n") }

  /// Elements that have nothing in them.
  private static let empty: Set<String> = [
    "meta", "rect", "line", "circle", "path", "polyline", "br",
  ]
  /// Elements after which a line ends, so that a page can be compared line by line.
  private static let lines: Set<String> = [
    "p", "h1", "h2", "h3", "tr", "table", "thead", "tbody", "caption", "section", "div", "figure",
    "figcaption", "svg", "li", "ul", "dt", "dd", "dl", "header", "main", "footer", "title",
  ]

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // No character of XML, and none that a page may hold.
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
