import LedgerCore
import Rows

/// Coverages, as they are recorded.
struct CoverageFacts: KeyedFacts {
  let table: CoverageTable
  let reference: KnownReference
  let type = FactType.coverages

  init(session: any BookSession) {
    table = CoverageTable(session: session)
    reference = KnownReference(session: session)
  }

  func keys(
    of coverages: [Coverage]
  ) throws(StorageError) -> [Result<CoverageTable.Key, LedgerError>] {
    try coverages.map { coverage throws(StorageError) in
      if let refusal = try reference.refusal(of: coverage.market) { return .failure(refusal) }
      return .success(CoverageTable.Key(coverage))
    }
  }

  func known(
    _ keys: Set<CoverageTable.Key>
  ) throws(StorageError) -> [CoverageTable.Key: Coverage] {
    var known: [CoverageTable.Key: Coverage] = [:]
    for record in try table.coverages(in: nil, asOf: .max) {
      known[CoverageTable.Key(record.coverage)] = record.coverage
    }
    return known
  }

  /// The sales are complete, no matter who says so.
  func isSame(_ recorded: Coverage, _ coverage: Coverage) -> Bool { true }

  func insert(
    _ coverages: [(key: CoverageTable.Key, fact: Coverage, restated: Coverage?)],
    entry: OpenEntry
  ) throws(StorageError) {
    try entry.learn(coverages.compactMap(\.fact.creator))
    for coverage in coverages { try table.insert(coverage.fact, entry: entry) }
  }
}
