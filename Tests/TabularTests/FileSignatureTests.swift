import Testing

@testable import Tabular

/// Kinds of file that hold no table.
struct FileSignatureTests {
  private func error(_ bytes: [UInt8]) -> String {
    let reading = Reading(bytes)
    #expect(Reading(bytes, readSize: 1, bufferSize: 16) == reading)
    return reading.error?.reason ?? "no error"
  }

  /// The first bytes, each as one character.
  private static let signatures: [(start: String, name: String)] = [
    ("BZh91AY&SY", "with bzip2"), ("BZh9\u{17}rE8P", "with bzip2"),
    ("\u{FD}7zXZ\0", "with xz"), ("\u{28}\u{B5}\u{2F}\u{FD}", "with zstd"),
    ("\u{4}\u{22}\u{4D}\u{18}", "with lz4"), ("\u{1F}\u{9D}", "with compress"),
    ("LZIP\u{1}", "with lzip"), ("7z\u{BC}\u{AF}\u{27}\u{1C}", "7z archive"),
    ("Rar!\u{1A}\u{7}", "rar archive"), ("MSCF\0\0\0\0", "cab archive"),
    ("%PDF-1.7", "PDF document"), ("{\\rtf1 ", "(RTF)"), ("\u{89}PNG", "(PNG)"),
    ("\u{FF}\u{D8}\u{FF}", "(JPEG)"), ("GIF89a", "(GIF)"), ("\u{7F}ELF", "program"),
    ("PAR1\u{15}", "Parquet"), ("Obj\u{1}", "Avro"), ("ARROW1\0\0", "Arrow"),
    ("\u{89}HDF", "HDF5"), ("\0\u{1}\0\0Standard Jet DB", "Access database"),
    ("<!DOCTYPE html>", "web page"), ("<HTML><body>", "web page"),
    ("\u{EF}\u{BB}\u{BF} <table>", "web page"), ("<?xml version", "XML document"),
    ("-----BEGIN PGP MESSAGE", "is encrypted"),
  ]

  @Test(arguments: signatures)
  func `a kind of file is refused by its name`(_ start: String, _ name: String) {
    let bytes = start.unicodeScalars.map { UInt8($0.value) } + [UInt8](repeating: 0xEE, count: 20)
    #expect(error(bytes).hasPrefix("is "))
    #expect(error(bytes).contains(name))
    #expect(error(bytes).contains(":"))
  }

  @Test func `a tar archive is refused by its name`() {
    var archive = Array("orders.csv".utf8) + [UInt8](repeating: 0, count: 502)
    archive.replaceSubrange(257..<262, with: "ustar".utf8)
    #expect(Reading(archive).error?.reason.hasPrefix("is a tar archive") == true)
  }

  @Test(arguments: [
    "BZh,b\n", "BZh9,b\n", "LZIP,b\n", "7z,b\n", "Rar!,b\n", "PAR1,b\n", "Obj,b\n", "GIF,b\n",
    "MSCF,b\n", "PNG,b\n", "ELF,b\n", "%PDF,b\n", "<5,>5\n", "<h>,b\n", "<?>,b\n", "{\\r},b\n",
    "----a,b\n", "Standard Jet DB,b\n",
  ])
  func `a header is no other kind of file, whatever its first letters`(_ text: String) {
    #expect(error(Array(text.utf8)) == "no error")
  }
}
