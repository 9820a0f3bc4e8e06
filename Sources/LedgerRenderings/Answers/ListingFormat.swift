/// The output formats of rows.
package enum ListingFormat: String, CaseIterable {
  case table, csv, tsv, json, jsonl, markdown, html, box, line

  package static let list = allCases.map(\.rawValue).joined(separator: ", ")
}
