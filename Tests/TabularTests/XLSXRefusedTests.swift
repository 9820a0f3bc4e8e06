import Foundation
import TestSupport
import Testing

@testable import Tabular

struct XLSXRefusedTests {
  private static let rows =
    "<row><c t=\"str\"><v>a</v></c></row>"
    + (0..<20).map { "<row><c t=\"str\"><v>x\($0)</v></c></row>" }.joined()

  private func error(_ bytes: [UInt8]) -> String {
    Reading(workbook: bytes).error?.description ?? "no error"
  }

  private func error(_ part: String, _ text: String) -> String {
    var workbook = MadeWorkbook(Self.rows)
    workbook.others = [part: text]
    return error(workbook.bytes)
  }

  @Test func `what is no workbook is refused by its name`() {
    #expect(error([]) == "is empty")
    #expect(error(Array("a,b\n1,2\n".utf8)).hasPrefix("is no Excel workbook (xlsx)"))
    #expect(
      error(MadeWorkbook.zip([("notes.csv", [])]))
        == "is a zip file, but no Excel workbook (xlsx)")
    let openDocument = Array("application/vnd.oasis.opendocument.spreadsheet".utf8)
    #expect(error(MadeWorkbook.zip([("mimetype", openDocument)])).contains("OpenDocument"))
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let filler = [UInt8](repeating: 0, count: 2000)
    #expect(error(compound + filler).hasPrefix("is an old Excel workbook (xls)"))
    let name = "EncryptedPackage".utf8.reduce(into: [UInt8]()) { $0 += [$1, 0] }
    #expect(
      error(compound + filler + name + filler)
        == "is an Excel workbook protected with a password: save it without one")
    let parts = MadeWorkbook(Self.rows).parts.map { ($0.name, Array($0.text.utf8)) }
    #expect(
      error(MadeWorkbook.zip(parts, flags: 1))
        == "is protected with a password: save it without one")
  }

  @Test func `a workbook of another format is refused by its name`() {
    var workbook = MadeWorkbook(Self.rows)
    workbook.others = [
      "_rels/.rels": "<R><Relationship Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/></R>",
      "xl/workbook.bin": "",
    ]
    #expect(error(workbook.bytes).hasPrefix("is a binary Excel workbook (xlsb)"))
  }

  @Test func `a file cut short anywhere is refused, or its rows are read`() {
    let whole = MadeWorkbook(Self.rows).bytes
    for count in stride(from: 0, to: whole.count, by: 7) {
      #expect(Reading(workbook: Array(whole[..<count])).error != nil)
    }
  }

  @Test func `any damage gives rows or an error`() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/openpyxl.xlsx")
    let wholes = [MadeWorkbook(Self.rows).bytes, Array(try Data(contentsOf: path))]
    var random = SeededGenerator(seed: 3)
    var errors = 0
    for round in 0..<3_000 {
      var bytes = wholes[round % 2]
      for _ in 0...Int.random(in: 0...4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] =
          .random(in: 0...255, using: &random)
      }
      if Reading(workbook: bytes).error != nil { errors += 1 }
    }
    #expect(errors > 1_000)
  }

  @Test func `any XML gives rows or an error`() {
    let pieces = [
      "<row>", "</row>", "<row r=\"5\">", "<row r=\"-1\"/>", "<c>", "</c>", "<c r=\"B2\">",
      "<c t=\"s\">", "<c t=\"inlineStr\">", "<c s=\"1\">", "<v>", "</v>", "<is><t>", "</t></is>",
      "1", "x", "<v>7</v>", "<c><v>1</v></c>", "<row><c><v>2</v></c></row>", "&amp;", "<!-- -->",
    ]
    var random = SeededGenerator(seed: 5)
    var records = 0
    for _ in 0..<3_000 {
      let body = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      let head = "<row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c></row>"
      records += Reading(workbook: MadeWorkbook(head + body).bytes).records.count
    }
    #expect(records > 100)
  }

  @Test func `XML that is damaged or hostile is refused`() {
    let part = "xl/worksheets/s0.xml"
    #expect(error(part, "<worksheet><sheetData>").contains("is no XML that can be read"))
    #expect(error(part, "").contains("is no XML that can be read"))
    let laughs = """
      <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>
      <worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>
      """
    #expect(error(part, laughs).contains("has a document type"))
    #expect(
      error(part, String(repeating: "<a>", count: 100_000)).contains("is nested too deeply"))
    let long = "<row x=\"" + String(repeating: "y", count: 3 << 20) + "\"/>"
    #expect(error(part, "<s>\(long)</s>").contains("has a tag longer than 1 MiB"))
    let text = String(repeating: "y", count: (1 << 20) + 1)
    let cell = "<row><c t=\"str\"><v>\(text)</v></c></row>"
    #expect(error(part, "<s>\(cell)</s>").contains("has a cell with more than 1 MiB of text"))
    #expect(
      error("xl/sharedStrings.xml", "<sst><si><t>\(text)</t></si></sst>")
        .contains("has a text longer than 1 MiB"))
  }

  @Test func `a row longer than 8 MiB is refused`() {
    var workbook = MadeWorkbook(
      "<row>" + String(repeating: "<c t=\"s\"><v>0</v></c>", count: 90) + "</row>")
    workbook.strings = [String(repeating: "y", count: 100_000)]
    #expect(error(workbook.bytes).contains("has a row longer than 8 MiB"))
  }

  @Test func `what grows beyond all reason is refused`() throws {
    let folder = NSTemporaryDirectory() + "tabular-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let script = """
      import sys, zipfile
      source = zipfile.ZipFile(sys.argv[1])
      target = zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED)
      for name in source.namelist():
          data = source.read(name)
          if name.startswith("xl/worksheets/"):
              data = data.replace(b"</sheetData>", b" " * 100000000 + b"</sheetData>")
          target.writestr(name, data)
      target.close()
      """
    try Data(MadeWorkbook(Self.rows).bytes).write(to: URL(fileURLWithPath: folder + "/a.xlsx"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, folder + "/a.xlsx", folder + "/b.xlsx"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    var reader = try XLSXReader(ByteSource(path: folder + "/b.xlsx"))
    var reason = ""
    do throws(TabularError) {
      while try reader.next() != nil {}
    } catch {
      reason = error.description
    }
    #expect(reason.contains("grows beyond all reason"))
    #expect(throws: TabularError.self) { _ = try reader.next() }
  }

  @Test func `a workbook too large to be held must come as a file`() throws {
    let size = 33 << 20
    let path = NSTemporaryDirectory() + "tabular-" + UUID().uuidString
    #expect(unsafe mkfifo(path, 0o600) == 0)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let writer = Process()
    writer.executableURL = URL(fileURLWithPath: "/bin/sh")
    writer.arguments = [
      "-c", "{ printf 'PK\\003\\004'; head -c \(size) /dev/zero; } 2>/dev/null > \"$0\"", path,
    ]
    try writer.run()
    var reason = ""
    do throws(TabularError) {
      _ = try XLSXReader(try ByteSource(path: path))
    } catch {
      reason = error.description
    }
    writer.waitUntilExit()
    #expect(reason.hasPrefix("is larger than 32 MiB"))
  }
}
