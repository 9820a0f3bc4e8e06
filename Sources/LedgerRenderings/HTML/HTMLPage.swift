import LedgerCore

/// A page in one file that needs no network and no script.
struct HTMLPage {
  let text: String

  init(title: String, header: [HTML], body: [HTML], book: Report.Book) {
    let head = HTML.element(
      "head", [:],
      [
        .element("meta", ["charset": "utf-8"]),
        .element(
          "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        .element("meta", ["name": "color-scheme", "content": "light dark"]),
        .element("meta", ["name": "generator", "content": "ledger \(programVersion)"]),
        .element("title", [:], title), .style(HTMLStyle.css),
      ])
    let content = HTML.element(
      "body", [:],
      [
        .element("header", [:], header), .element("main", [:], body),
        .element("footer", [:], [.element("p", [:], Self.bookText(book))]),
      ])
    text =
      "<!DOCTYPE html>\n"
      + HTML.element("html", ["lang": "en"], [head, content]).markup + "\n"
  }

  private static func bookText(_ book: Report.Book) -> String {
    guard let entry = book.lastEntry else { return "From an empty book." }
    var last = "entry \(entry.number), recorded \(clockText(entry.draft.recordedAt))"
    if let receipt = entry.receipt { last += ", receipt \(receipt)" }
    return book.isPast
      ? "As the book was at \(last); later entries are left out."
      : "The book's last entry: \(last)."
  }
}

extension HTML {
  /// A section of a page with its heading; nothing if it has no content.
  static func part(_ title: String, _ content: [HTML]) -> HTML {
    let filled = content.filter { !$0.markup.isEmpty }
    guard !filled.isEmpty else { return HTML([]) }
    return .element("section", [:], [.element("h3", [:], title)] + filled)
  }

  /// A list of sentences; nothing if there are none.
  static func list(_ sentences: [String]) -> HTML {
    guard !sentences.isEmpty else { return HTML([]) }
    return .element("ul", [:], sentences.map { .element("li", [:], $0) })
  }
}
