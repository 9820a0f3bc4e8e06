/// A part of the program that meets bytes from outside, and what must hold of it for any bytes.
///
/// libFuzzer makes up the bytes; the tests go through those that are kept in the corpus.
package struct FuzzTarget: Sendable {
  /// What `scripts/fuzz` calls it; the folder of its corpus.
  package let name: String

  /// Holds the properties against one input.
  package let check: @Sendable ([UInt8]) throws(Finding) -> Void

  /// All of them.
  package static let all = [
    FuzzTarget(name: "csv", check: checkCSV),
    FuzzTarget(name: "jsonl", check: checkJSONLines),
    FuzzTarget(name: "zip", check: checkZip),
    FuzzTarget(name: "xlsx", check: checkWorkbook),
    FuzzTarget(name: "gzip", check: checkGzip),
    FuzzTarget(name: "time", check: checkTime),
    FuzzTarget(name: "zone", check: checkZone),
    FuzzTarget(name: "number", check: checkNumber),
    FuzzTarget(name: "import", check: checkImport),
    FuzzTarget(name: "sql", check: checkSQL),
  ]
}
