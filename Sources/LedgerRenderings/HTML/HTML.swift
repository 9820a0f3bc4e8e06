/// A piece of HTML in which data is escaped as it is inserted.
///
/// It is also well-formed XML, so that any parser can check a page.
struct HTML {
  /// The markup.
  let markup: String

  /// Escapes text: none of it is markup, and control characters are written out.
  init(_ text: String) {
    markup = Self.escaped(printable(text))
  }

  private init(markup: String) { self.markup = markup }

  /// Concatenates pieces.
  init(_ pieces: [HTML]) {
    markup = pieces.map(\.markup).joined()
  }

  /// An element with attributes and content.
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

  /// An element that contains text.
  static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ text: String
  ) -> HTML {
    element(name, attributes, [HTML(text)])
  }

  /// A style sheet of the program, which contains neither `<` nor `&`.
  static func style(_ css: String) -> HTML { HTML(markup: "<style>\n\(css)\n</style>\n") }

  /// Elements without content.
  private static let empty: Set<String> = [
    "meta", "rect", "line", "circle", "path", "polyline", "br",
  ]
  /// Elements that end a line, so that pages can be compared line by line.
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
      // XML does not have these characters, and a page may not contain them.
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
