/// The output formats of rows.
public enum ListingFormat: String, CaseIterable, Sendable {
  case table, csv, tsv, json, jsonl, markdown, html, box, line

  package static let list = allCases.map(\.rawValue).joined(separator: ", ")
}
