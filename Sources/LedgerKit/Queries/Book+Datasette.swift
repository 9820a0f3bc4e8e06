public import LedgerCore
import LedgerRenderings
import SQLiteStorage

extension Book {
  /// Metadata for Datasette: descriptions of views, tables and columns, and the saved queries.
  ///
  /// - Throws: ``LedgerError``
  public func datasetteMetadata() throws(LedgerError) -> String {
    try Self.datasetteMetadata(of: queries(), at: place)
  }

  /// The metadata of an empty book that would be at a place.
  ///
  /// - Throws: ``LedgerError``
  public static func datasetteMetadata(ofBookAt place: String) throws(LedgerError) -> String {
    try datasetteMetadata(of: inMemory().queries(), at: place)
  }

  private static func datasetteMetadata(
    of ledger: any KeepsQueries, at place: String
  ) throws(LedgerError) -> String {
    DatasetteMetadata.text(
      path: place, relations: try ledger.schema(),
      queries: try ledger.savedQueries().map(\.query), statement: \.statementOfTexts)
  }
}
