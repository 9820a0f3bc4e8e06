import LedgerCore
import Rows
import Threads

/// An entry that is being recorded; rows inserted for it also go into its digest.
final class OpenEntry: EntryWriter {
  let number: Int64
  private let session: any BookSession
  private var rows: [String: (table: any Table.Type, rows: [[Value]])] = [:]
  private var parts: [EntryDigest.Part] = []
  /// What rows refer to by a number.
  private var names = RowNames()
  /// What stands for words.
  private var words: PersonTexts

  /// Digesting fewer rows takes less time than starting a thread.
  private static let rowsOfThread = 1000

  /// Adds the entry to the book.
  init(
    _ draft: Entry.Draft, recording counts: Entry.Counts, session: any BookSession
  ) throws(StorageError) {
    self.session = session
    var words = PersonTexts(session: session)
    // Facts hold the hashes of a note and of a name, so that these words can be forgotten.
    try words.learn([draft.note, draft.author].compactMap { $0 })
    let note = try draft.note.map { text throws(StorageError) in try words.hash(of: text) }
    let author = try draft.author.map { name throws(StorageError) in try words.hash(of: name) }
    let entry = try EntryTable(session: session).append(
      draft, note: note, author: author, recording: counts)
    self.words = words
    number = entry.number
    rows[EntryTable.name] = (EntryTable.self, [entry.row])
  }

  /// Says what a source of sales is called, whose sales are inserted later.
  func name(source: Int64, _ name: String) { names.sources[source] = Array(name.utf8) }

  func learn(_ texts: some Sequence<String>) throws(StorageError) { try words.learn(texts) }

  func hash(of text: String) throws(StorageError) -> String { try words.hash(of: text) }

  func insert(_ values: [Value], into table: any Table.Type) throws(StorageError) {
    try session.insert(values, into: table)
    rows[table.name, default: (table, [])].rows.append(values)
  }

  func insertNumbered(
    _ values: [Value], into table: any Table.Type
  ) throws(StorageError) -> Int64 {
    let number = try session.insertNumbered(values, into: table)
    rows[table.name, default: (table, [])].rows.append([.integer(number)] + values)
    return number
  }

  func insert(
    into table: any Table.Type, naming events: Set<Int64>,
    _ next: () throws(StorageError) -> (rows: BoundRows, alike: [String: Value])?
  ) throws(StorageError) {
    try name(events)
    var part = BoundPart(of: table, names: names)
    while let (rows, alike) = try next() {
      let digested = rows.count >= Self.rowsOfThread ? digesting(rows, after: part) : nil
      defer { digested?.close() }
      try session.insert(rows, alike: alike, into: table, entry: number)
      if let after = digested?.take() { part = try after.get() } else { try part.add(rows) }
    }
    parts.append(try part.finish())
  }

  /// Starts a thread that digests rows; `nil` if none is available.
  private func digesting(
    _ rows: BoundRows, after part: BoundPart
  ) -> Handover<Result<BoundPart, StorageError>>? {
    var parts: (before: BoundPart, rows: BoundRows)? = (part, rows)
    return Handover.making { () -> Result<BoundPart, StorageError>? in
      guard let (part, rows) = parts.take() else { return nil }
      var own = part
      return Result { () throws(StorageError) in
        try own.add(rows)
        return own
      }
    }
  }

  /// Stores the digest; returns the receipt.
  func close() throws(StorageError) -> Receipt {
    for (table, rows) in rows.values { parts.append(try part(of: rows, in: table)) }
    parts.sort { $0.table < $1.table }
    let digests = DigestTable(session: session)
    let previous = try digests.last().flatMap { bytes(hexadecimal: $0.digest) }
    let digest = try EntryDigest(after: previous ?? EntryDigest.beginning, parts)
    try digests.insert(digest, of: number)
    return Receipt(entry: number, digest: digest.text)
  }

  private func part(
    of rows: [[Value]], in table: any Table.Type
  ) throws(StorageError) -> EntryDigest.Part {
    let form = RowForm(table)
    for (place, role) in form.roles.enumerated() where role == .event {
      try name(rows.compactMap { if case .integer(let event) = $0[place] { event } else { nil } })
    }
    var part = GroupedRows(form, names)
    var buffer = RowBuffer()
    for row in rows {
      buffer.removeAll()
      for value in row { buffer.append(value) }
      part.add(buffer)
    }
    return try part.finish(of: table.name)
  }

  private func name(_ events: some Sequence<Int64>) throws(StorageError) {
    let unknown = Set(events).subtracting(names.events.keys)
    guard !unknown.isEmpty else { return }
    try EventTable(session: session).name(unknown, in: &names)
  }
}
