import Testing

@testable import Tabular

/// A file of text that is published in a zip file.
struct UnzippedTests {
  private func text(_ bytes: [UInt8]) throws -> String {
    let source = try ByteSource(bytes: bytes).unzipped()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var text: [UInt8] = []
    while case let count = try source.read(into: &buffer, at: 0), count > 0 {
      text += buffer[..<count]
    }
    return String(decoding: text, as: UTF8.self)
  }

  @Test func `the one file of a zip file is read, folders aside`() throws {
    let csv = Array("Date,USD\n2021-12-08,1.1299\n".utf8)
    #expect(try text(MadeWorkbook.zip([("rates.csv", csv)])) == "Date,USD\n2021-12-08,1.1299\n")
    #expect(
      try text(MadeWorkbook.zip([("fx/", []), ("fx/rates.csv", csv)]))
        == "Date,USD\n2021-12-08,1.1299\n")
  }

  @Test func `what macOS adds, and what is hidden, does not count`() throws {
    let csv = Array("a,b\n".utf8)
    let files: [(name: String, bytes: [UInt8])] = [
      ("a.csv", csv), ("__MACOSX/._a.csv", [0]), (".DS_Store", [0]),
    ]
    #expect(try text(MadeWorkbook.zip(files)) == "a,b\n")
  }

  @Test func `what is no zip file of text stays as it is`() throws {
    #expect(try text(Array("a,b\n".utf8)) == "a,b\n")
    #expect(try text([]) == "")
    // The name of its type comes late, so that the first bytes do not show what it is.
    let photo = [UInt8](repeating: 7, count: 5000)
    let workbook = MadeWorkbook.zip([("photo.jpg", photo), ("[Content_Types].xml", [0x61])])
    #expect(try text(workbook) == String(decoding: workbook, as: UTF8.self))
  }

  @Test func `a zip file of several files, or of none, is refused`() {
    let two = MadeWorkbook.zip([("a.csv", [0x61]), ("b.csv", [0x62])])
    #expect {
      _ = try text(two)
    } throws: { error in
      "\(error)".hasPrefix(
        "is a zip file of several files, which are no Excel workbook: \"a.csv\", \"b.csv\"; ")
    }
    #expect {
      _ = try text(MadeWorkbook.zip([("folder/", [])]))
    } throws: { "\($0)" == "is a zip file without a file in it" }
  }

  @Test func `gzip data in a zip file is checked before any of it is read`() throws {
    // Of gzip(1): "a,b\n".
    let packed: [UInt8] = [
      0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B, 0xD4, 0x49, 0xE2, 2, 0, 0xC5, 0x10, 0x97, 0x24, 4,
      0, 0, 0,
    ]
    #expect(try text(MadeWorkbook.zip([("a.csv.gz", packed)])) == "a,b\n")
    var damaged = packed
    damaged[damaged.count - 8] ^= 1
    let zip = MadeWorkbook.zip([("a.csv.gz", damaged)])
    #expect(throws: TabularError.self) { _ = try ByteSource(bytes: zip).unzipped() }
  }

  @Test func `a zip file that is damaged is refused`() {
    let zip = MadeWorkbook.zip([("rates.csv", Array("a,b\n1,2\n".utf8))])
    #expect(throws: TabularError.self) { try text(Array(zip.dropLast(10))) }
    var changed = zip
    let first = "rates.csv".utf8.count + 30
    changed[first] ^= 1
    #expect(throws: TabularError.self) { try text(changed) }
    #expect(throws: TabularError.self) { try text(MadeWorkbook.zip([("a", [0x61])], flags: 1)) }
  }
}
