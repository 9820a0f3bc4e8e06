import LedgerCore
import Rows

/// The tables whose facts hang on an event, so that the event cannot go before they do.
struct EventFactTables {
  let session: any BookSession

  /// Each with what its rows are, and the column that names the event.
  private static var all: [(type: FactType, table: any Table.Type, column: String)] {
    [
      (.audienceCounts, AudienceCountTable.self, "event"), (.sales, SaleTable.self, "event"),
      (.reportedTotals, ReportedTotalTable.self, "event"), (.targets, TargetTable.self, "event"),
      (.amendments, EventAmendmentTable.self, "event"), (.sameShows, SameShowTable.self, "event"),
      (.sameShows, SameShowTable.self, "other"), (.marks, EventMarkTable.self, "event"),
    ]
  }

  /// The statements for each table, for tests of their plans.
  static var statements: [String] { all.map { selectCounts($0.table, by: $0.column) } }

  private static func selectCounts(_ table: any Table.Type, by column: String) -> String {
    """
    SELECT entry, count(*), \(column)
    FROM \(table.name)
    WHERE \(column) IN (SELECT c0 FROM bound)
    GROUP BY entry, \(column)
    """
  }

  /// How many facts each entry recorded for some events, without the amendments.
  ///
  /// Reads all sales.
  func counts(
    of events: [Int64]
  ) throws(StorageError) -> [(entry: Int64, counts: Entry.Counts)] {
    var found: [(entry: Int64, counts: Entry.Counts)] = []
    for (type, table, column) in Self.all where type != .amendments {
      try forEach(of: events, in: table, by: column) { entry, count, _ in
        found.append((entry, Entry.Counts(type, Int(count))))
      }
    }
    return found
  }

  /// The entries that recorded facts of some events, by event.
  ///
  /// Reads all sales.
  func entries(of events: [Int64]) throws(StorageError) -> [Int64: Set<Int64>] {
    var entries: [Int64: Set<Int64>] = [:]
    for (_, table, column) in Self.all {
      try forEach(of: events, in: table, by: column) { entry, _, event in
        entries[event, default: []].insert(entry)
      }
    }
    return entries
  }

  private func forEach(
    of events: [Int64], in table: any Table.Type, by column: String,
    _ body: (Int64, Int64, Int64) -> Void
  ) throws(StorageError) {
    guard !events.isEmpty else { return }
    try session.query(Self.selectCounts(table, by: column), over: BoundRows(integers: events), []) {
      row throws(StorageError) in
      body(try row.integer(0), try row.integer(1), try row.integer(2))
    }
  }
}
