import Foundation
import FoundationXML

/// An HTML page that the program wrote, read as the XML that it also is.
final class Page: NSObject, XMLParserDelegate {
  /// An element, with what is in it.
  final class Element {
    let name: String
    let attributes: [String: String]
    var children: [Element] = []
    var text = ""

    init(name: String, attributes: [String: String]) {
      self.name = name
      self.attributes = attributes
    }

    /// All elements of a name in it, at any depth.
    func all(_ name: String) -> [Element] {
      children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
    }

    /// All elements in it.
    var everything: [Element] { children.flatMap { [$0] + $0.everything } }
  }

  let root = Element(name: "", attributes: [:])
  private var open: [Element] = []
  private(set) var failure: (any Error)?

  init(_ text: String) {
    super.init()
    open = [root]
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    if !parser.parse() { failure = parser.parserError }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let element = Element(name: name, attributes: attributes)
    open.last?.children.append(element)
    open.append(element)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    open.last?.text += text
  }

  /// What the program prints.
  static func printed(by script: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-ec", script]
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": Project.products.path() + ":/usr/bin:/bin", "LC_ALL": "C.UTF-8",
      "LEDGER_AUTHOR": Shell.author,
      "EXAMPLES": Project.root.appending(path: "examples").path(),
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// Makes a book of two markets with audience, clicks, sales and a title that is markup.
  static let book = """
    exec 3>&1 1>/dev/null
    ledger init
    ledger add-event --event a --market UK --platform tiktok --starts 2021-12-08T18:00:00Z \\
      --ends 2021-12-08T19:00:00Z --title "</title><script>alert('a & b')</script>" --brand '"NYX"'
    ledger add-event --event b --market DE --platform tiktok --starts 2021-12-09T18:00:00Z \\
      --ends 2021-12-09T19:00:00Z --title Zwei
    {
      echo event,metric,at,count
      for minute in 00 10 15 20 30 40 45 50 59; do
        echo "a,concurrent,2021-12-08T18:$minute:00Z,1$minute"
        echo "b,concurrent,2021-12-09T18:$minute:00Z,2$minute"
      done
      echo a,views,2021-12-08T19:00:00Z,5000
      echo b,views,2021-12-09T19:00:00Z,4000
      echo a,product_clicks,2021-12-08T19:00:00Z,300
      echo b,product_clicks,2021-12-09T19:00:00Z,200
    } > audience.csv
    ledger import audience audience.csv
    ledger add-sale --event a --order 1 --line 1 --product '<b>' --quantity 2 --amount 19.98 \\
      --currency GBP --at 2021-12-08T18:20:00Z
    ledger add-sale --event b --order 2 --line 1 --product C --quantity 1 --amount 9.99 \\
      --currency EUR --at 2021-12-09T18:20:00Z
    exec 1>&3

    """
}
