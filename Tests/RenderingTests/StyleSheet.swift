import LedgerCore
import LedgerRenderings
import Testing

/// The style sheet of pages, which has a golden file of its own.
enum StyleSheet {
  private static let opening = "<style>\n"

  /// The style sheet of a page, as every page has it.
  static func css() throws -> String {
    let page = ReadinessFormat.html.render(try Readinesses.withoutData(), CSVStyle())
    return String(page[try place(in: page)])
  }

  /// A page without what many golden files would hold alike: its style sheet, if it is that of
  /// every page, and the version of the program.
  static func taken(outOf page: String) throws -> String {
    var page = page
    let place = try place(in: page)
    #expect(try page[place] == css(), "pages have different style sheets")
    page.replaceSubrange(place, with: "/* Golden/style.css */\n")
    return page.replacing("content=\"ledger \(programVersion)\"", with: "content=\"ledger\"")
  }

  private static func place(in page: String) throws -> Range<String.Index> {
    let start = try #require(page.firstRange(of: opening)).upperBound
    let end = try #require(page[start...].firstRange(of: "</style>")).lowerBound
    return start..<end
  }
}
