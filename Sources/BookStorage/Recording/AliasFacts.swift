import LedgerCore
import Rows

/// Aliases, as they are recorded.
struct AliasFacts: KeyedFacts {
  /// A name of a kind, as the book compares it.
  struct Key: Hashable {
    let kind: Alias.Kind
    let name: ByteText

    init(_ alias: Alias) {
      kind = alias.kind
      name = ByteText(alias.name)
    }
  }

  let type = FactType.aliases
  private let table: AliasTable
  private let known: [Key: Alias]

  init(session: any BookSession) throws(StorageError) {
    table = AliasTable(session: session)
    known = Dictionary(
      try table.records(asOf: .max).map { (Key($0.alias), $0.alias) },
      uniquingKeysWith: { first, _ in first })
  }

  func keys(of aliases: [Alias]) -> [Result<Key, LedgerError>] {
    aliases.map { .success(Key($0)) }
  }

  func known(_ keys: Set<Key>) -> [Key: Alias] { known.filter { keys.contains($0.key) } }

  func refusal(of alias: Alias, after new: [Key: Alias]) -> LedgerError? {
    alias.refusal(among: known.merging(new) { first, _ in first }.values)
  }

  /// The name stands for the same, no matter who says so.
  func isSame(_ recorded: Alias, _ alias: Alias) -> Bool {
    ByteText(recorded.canonical) == ByteText(alias.canonical)
  }

  func canRestate(_ recorded: Alias, by alias: Alias) -> Bool { false }

  func insert(
    _ aliases: [(key: Key, fact: Alias, restated: Alias?)], entry: OpenEntry
  ) throws(StorageError) {
    let people = aliases.map(\.fact).filter { $0.kind == .creator }
    try entry.learn(people.flatMap { [$0.name, $0.canonical] })
    for alias in aliases { try table.insert(alias.fact, entry: entry) }
  }
}
