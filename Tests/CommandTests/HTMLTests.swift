import Foundation
import Testing

/// A page is one file that anyone can read: it is well formed, needs nothing else, says in words
/// what its pictures show, and its letters stand out from what they stand on.
@Suite struct HTMLTests {
  private static let report = Result {
    try Page.printed(
      by: Page.book + "ledger report --all --by product --compare previous --format html \\\n"
        + "  --from 2021-12-01 --to 2021-12-31")
  }

  @Test func `a page is well formed, and data in it is no markup`() throws {
    let text = try Self.report.get()
    let page = Page(text)
    #expect(page.failure == nil)
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(page.root.all("script").isEmpty)
    #expect(page.root.all("title").count > 1)
    #expect(text.contains("&lt;script&gt;alert(&#39;a &amp; b&#39;)&lt;/script&gt;"))
    #expect(page.root.all("h2").map(\.text).contains("Markets side by side"))
  }

  @Test func `a page asks for nothing from elsewhere`() throws {
    let page = Page(try Self.report.get())
    let foreign: Set = [
      "script", "link", "img", "iframe", "object", "embed", "audio", "video", "use",
    ]
    for element in page.root.everything {
      #expect(!foreign.contains(element.name))
      for name in element.attributes.keys {
        #expect(!["src", "href", "xlink:href", "srcset", "style"].contains(name))
        #expect(!name.hasPrefix("on"))
      }
    }
    let css = try #require(page.root.all("style").first).text
    #expect(!css.contains("url(") && !css.contains("@import"))
  }

  @Test func `tables have captions and headers, and pictures have words`() throws {
    let page = Page(try Self.report.get())
    let tables = page.root.all("table")
    #expect(tables.count > 5)
    for table in tables {
      #expect(table.children.first?.name == "caption")
      #expect(table.all("th").allSatisfy { ["col", "row"].contains($0.attributes["scope"]) })
      let columns = table.all("thead").first?.all("th").count
      for row in table.all("tbody").flatMap({ $0.all("tr") }) {
        #expect(row.children.count == columns)
        #expect(row.children.first?.attributes["scope"] == "row")
      }
    }
    let pictures = page.root.all("svg")
    // Audience, sales, funnel and rates of each market, and the markets side by side.
    #expect(pictures.count > 8)
    for picture in pictures {
      #expect(picture.attributes["role"] == "img")
      #expect(picture.children.prefix(2).map(\.name) == ["title", "desc"])
      #expect(picture.children.prefix(2).allSatisfy { !$0.text.isEmpty })
    }
  }

  @Test func `what a picture shows lies inside it`() throws {
    for picture in Page(try Self.report.get()).root.all("svg") {
      let box = (picture.attributes["viewBox"] ?? "").split(separator: " ").compactMap {
        Double($0)
      }
      try #require(box.count == 4)
      for shape in picture.everything {
        for (name, value) in shape.attributes {
          guard let number = Double(value) else { continue }
          let isAcross = ["x", "x1", "x2", "cx", "width"].contains(name)
          #expect(number >= 0 && number <= (isAcross ? box[2] : box[3]), "\(shape.name) \(name)")
        }
      }
    }
  }

  @Test func `readiness has a page of its own, which is the file that --output names`() throws {
    let text = try Page.printed(
      by: Page.book + "ledger readiness --market UK --output uk.html; cat uk.html")
    let page = Page(text)
    #expect(page.failure == nil)
    #expect(page.root.all("p").contains { $0.attributes["class"] == "verdict wait" })
    #expect(page.root.all("table").count == 1)
  }

  @Test func `letters stand out by WCAG's 4.5 to 1, light, dark and on paper`() throws {
    let css = try #require(Page(try Self.report.get()).root.all("style").first).text
    let schemes = css.components(separatedBy: ":root {").dropFirst().map(Self.colours)
    #expect(schemes.count == 3)
    for scheme in schemes {
      for ink in ["ink", "soft", "go", "wait", "stop"] {
        for ground in ["paper", "panel"] {
          let (over, under) = (try #require(scheme[ink]), try #require(scheme[ground]))
          let (light, dark) = (max(over, under), min(over, under))
          #expect((light + 0.05) / (dark + 0.05) >= 4.5, "\(ink) on \(ground)")
        }
      }
    }
  }

  /// The relative luminance of each named colour (WCAG 2.2).
  private static func colours(_ rules: String) -> [String: Double] {
    var colours: [String: Double] = [:]
    for match in rules.prefix(while: { $0 != "}" }).matches(of: /--([a-z]+): #([0-9a-f]{6})/) {
      let number = Int(match.2, radix: 16) ?? 0
      let parts = [number >> 16, number >> 8 & 255, number & 255].map { part in
        let value = Double(part) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      }
      colours[String(match.1)] = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    return colours
  }
}
