import Digest
import LedgerCore
import Rows

/// The hashes that stand for words in facts; words that the book does not have yet are recorded.
struct PersonTexts {
  private let table: PersonTextTable
  private var known: [ByteText: String] = [:]

  init(session: any BookSession) { table = PersonTextTable(session: session) }

  /// Looks words up, all at once, and records those that are new.
  mutating func learn(_ texts: some Sequence<String>) throws(StorageError) {
    let new = Set(texts.map(ByteText.init)).subtracting(known.keys)
    guard !new.isEmpty else { return }
    known.merge(try table.hashes(of: new)) { $1 }
    // In the order of their bytes, so that the same words are recorded in the same way each time.
    for text in new.sorted(by: { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) })
    where known[text] == nil {
      known[text] = try record(text.text)
    }
  }

  /// The hash that stands for words.
  mutating func hash(of text: String) throws(StorageError) -> String {
    try learn([text])
    guard let hash = known[ByteText(text)] else { throw .damaged("recorded words are not there") }
    return hash
  }

  private func record(_ text: String) throws(StorageError) -> String {
    var attempt = 0
    while true {
      let salt = table.session.salts.salt(for: text, attempt: attempt)
      let hash = hexadecimal(try sha256(salt + text.utf8)[...])
      guard try table.has(hash) else {
        try table.insert(.init(hash: hash, salt: hexadecimal(salt[...]), text: text))
        return hash
      }
      attempt += 1
    }
  }
}
