import LedgerCore
import Rows

/// Empties words of people, and records that it did.
struct Forgetter {
  let session: any BookSession

  /// Words that are to be forgotten: their hashes, and the entries that hold them themselves.
  private typealias Found = (hashes: Set<String>, plain: [Int64])

  func forget(
    _ words: PersonalWords, as draft: Entry.Draft
  ) throws(StorageError) -> Result<Forgetting, LedgerError> {
    let found: Found
    switch try find(words) {
    case .failure(let refusal): return .failure(refusal)
    case .success(let words): found = words
    }
    guard !found.hashes.isEmpty else {
      return .success(Forgetting(receipt: nil, forgotten: 0, plain: found.plain))
    }
    let entry = try OpenEntry(draft, recording: Entry.Counts(), session: session)
    let hashes = found.hashes.sorted()
    for hash in hashes { try ForgottenTextTable(session: session).insert(hash, entry: entry) }
    try session.empty(hashes)
    return .success(
      Forgetting(receipt: try entry.close(), forgotten: hashes.count, plain: found.plain))
  }

  private func find(_ words: PersonalWords) throws(StorageError) -> Result<Found, LedgerError> {
    switch words {
    case .creator(let name): try find(creator: name)
    case .note(let entry): try find(noteOf: entry)
    case .author(let name): try find(author: name)
    }
  }

  private func find(creator name: String) throws(StorageError) -> Result<Found, LedgerError> {
    let words = PersonTextTable(session: session)
    var plain: [Int64] = []
    var hashes: Set<String> = []
    let aliases = try AliasTable(session: session).records(asOf: .max).map(\.alias)
    for name in [name] + aliases.otherNames(ofCreator: name) {
      let hash = try words.hashes(of: [ByteText(name)])[ByteText(name)]
      // A hash is not the name of anybody.
      if try !words.has(name) { plain += try words.entries(ofCreator: name) }
      let stored = [name] + (hash.map { [$0] } ?? [])
      hashes.formUnion(try MembershipTable(session: session).reasons(ofCreators: stored))
      if let hash, try !words.entries(ofCreator: hash).isEmpty { hashes.insert(hash) }
    }
    let kept = try words.kept(hashes)
    guard !kept.isEmpty || !plain.isEmpty else {
      let names =
        try EventCreatorTable(session: session).names(asOf: nil)
        + MembershipTable(session: session).creators()
        + CoverageTable(session: session).creators() + CreditTable(session: session).creators()
        + EventMarkTable(session: session).creators()
        + aliases.filter { $0.kind == .creator }.flatMap { [$0.name, $0.canonical] }
      let known = Set(names.filter { !PersonalWords.mayBeForgotten($0) })
      return .failure(
        .unknownName(.creator, name, near: nearest(to: name, among: known.sorted())))
    }
    return .success((kept, Set(plain).sorted()))
  }

  private func find(author name: String) throws(StorageError) -> Result<Found, LedgerError> {
    let words = PersonTextTable(session: session)
    let table = EntryTable(session: session)
    let hash = try words.hashes(of: [ByteText(name)])[ByteText(name)]
    let kept = try words.kept(hash.map { [$0] } ?? [])
    guard let hash = kept.first, try table.has(author: hash) else {
      let near = nearest(to: name, among: try table.authors())
      return .failure(.unknownName(.author, name, near: near))
    }
    return .success((kept, []))
  }

  private func find(noteOf entry: Int64) throws(StorageError) -> Result<Found, LedgerError> {
    let table = EntryTable(session: session)
    guard try table.entry(entry) != nil else {
      return .failure(.unknownEntry(entry, last: try table.last()?.number ?? 0))
    }
    let words = PersonTextTable(session: session)
    if let note = try table.storedNote(of: entry) {
      // Entries of recipe 1 have the words themselves, and newer ones may have the same words.
      let text = if try words.has(note) { try words.text(of: note) } else { note as String? }
      if let text {
        let hash = try words.hashes(of: [ByteText(text)])[ByteText(text)]
        return .success(
          (try words.kept(hash.map { [$0] } ?? []), try table.entries(ofPlainNote: text)))
      }
    }
    return .failure(PersonalWords.noNote(ofEntry: entry))
  }
}
