package import LedgerCore
import Tabular

/// The output formats of what a program is.
package enum VersionFormat: String, CaseIterable {
  case text, json

  /// Renders the version of a program, and as JSON also what it was built from and with.
  package func render(_ build: ProgramBuild) -> String {
    switch self {
    case .text: "ledger \(build.version) (SQLite \(build.sqliteVersion))\n"
    case .json: json(build).text(pretty: true) + "\n"
    }
  }

  private func json(_ build: ProgramBuild) -> JSON {
    func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
    return .object([
      ("schema", .string("ledger.version/1")),
      ("version", .string(build.version)),
      ("commit", optional(build.commit)),
      ("committed_at", optional(build.committedAt)),
      ("build", .string(build.configuration)),
      ("platform", .string(build.platform)),
      ("sqlite", .string(build.sqliteVersion)),
      ("time_zones", .string(build.zoneRelease)),
      ("book_version", .integer(Int64(build.bookVersion))),
    ])
  }
}
