import LedgerCore
import Rows

/// Compares the digests that the rows make with those that were stored, and with receipts.
struct DigestCheck {
  let session: any BookSession
  let plan: VerificationPlan
  /// Tables that could not be read.
  let unread: Set<String>

  private struct Stored {
    let digest: String
    let recipe: Int64
    let parts: [Substring]
  }

  func run(_ parts: Chain.Parts, _ result: inout Verification) throws(StorageError) {
    let stored = try stored()
    result.count(.digests, parts.rows)
    let last = result.entries?.upperBound ?? plan.since
    var previous = EntryDigest.beginning
    if plan.since > 0 {
      guard let digest = stored[plan.since].flatMap({ bytes(hexadecimal: $0.digest) }) else {
        return result.add(.init(.digests, entry: plan.since, reason: "has no digest"))
      }
      previous = digest
    }
    /// The previous digest, computed from its rows, if it differs from the stored one.
    var remade: [UInt8]?
    for entry in result.entries.map(Array.init) ?? [] {
      let digest = try EntryDigest(after: previous, parts[entry])
      guard let own = stored[entry] else {
        result.add(.init(.digests, entry: entry, table: DigestTable.name, reason: "has no digest"))
        (previous, remade) = (digest.sha256, nil)
        continue
      }
      var isSame = own.digest == digest.text
      if !isSame, let other = remade {
        isSame = try EntryDigest(after: other, parts[entry]).text == own.digest
      }
      let isKnown = !unread.contains { name in own.parts.contains { $0.hasPrefix(name + " ") } }
      if !isSame, isKnown { try report(entry, digest, own, &result) }
      if own.recipe != (entry <= parts.lastOfRecipe1 ? 1 : DigestTable.recipe) {
        result.add(
          .init(
            .digests, entry: entry, table: DigestTable.name, row: "number \(entry)",
            reason: "has a recipe that this program does not know"))
      }
      if isSame, own.parts.joined(separator: ", ") != digest.partsText {
        result.add(
          .init(
            .digests, entry: entry, table: DigestTable.name, row: "number \(entry)",
            reason: "has other parts than the entry"))
      }
      remade = isSame ? nil : digest.sha256
      previous = bytes(hexadecimal: own.digest) ?? digest.sha256
    }
    for entry in stored.keys.filter({ $0 > last }).sorted() {
      result.add(
        .init(
          .digests, entry: entry, table: DigestTable.name,
          reason: "has a digest, and is not in the book: the end of the book was cut off"))
    }
    check(stored.mapValues(\.digest), last: last, &result)
    if result.isSound, let digest = stored[last]?.digest {
      result.receipt = Receipt(entry: last, digest: digest)
    }
  }

  private func check(
    _ stored: [Int64: String], last: Int64, _ result: inout Verification
  ) {
    for receipt in plan.receipts {
      result.count(.receipts, 1)
      if stored[receipt.entry] == receipt.digest { continue }
      result.add(
        .init(
          .receipts, entry: receipt.entry,
          reason: receipt.entry > last
            ? "is not in the book, which ends at entry \(last): its end was cut off"
            : "is not what its receipt says: it, or what came before it, was rewritten"))
    }
  }

  private func stored() throws(StorageError) -> [Int64: Stored] {
    var stored: [Int64: Stored] = [:]
    try session.forEach("SELECT number, digest, parts, recipe FROM digest") {
      row throws(StorageError) in
      let parts = try row.text(2).split(separator: ", ")
      stored[try row.integer(0)] = Stored(
        digest: try row.text(1), recipe: try row.integer(3), parts: parts)
    }
    return stored
  }

  /// Reports where an entry differs from what was recorded.
  private func report(
    _ entry: Int64, _ digest: EntryDigest, _ stored: Stored, _ result: inout Verification
  ) throws(StorageError) {
    func flaw(_ table: String?, _ row: String?, _ reason: String) {
      result.add(.init(.digests, entry: entry, table: table, row: row, reason: reason))
    }
    var recorded: [String: (rows: Int64, text: String)] = [:]
    for part in stored.parts {
      let words = part.split(separator: " ")
      guard words.count == 3, let rows = Int64(words[1]) else { continue }
      recorded[String(words[0])] = (rows, String(part))
    }
    let found = Dictionary(
      digest.parts.map { ($0.table, $0) }, uniquingKeysWith: { first, _ in first })
    var isLocated = false
    for table in Set(found.keys).union(recorded.keys).sorted() {
      if let part = found[table], part.text == recorded[table]?.text { continue }
      isLocated = true
      let (now, then) = (found[table]?.rows ?? 0, recorded[table]?.rows ?? 0)
      let keys = now <= 3 ? try keys(of: table, entry: entry) : nil
      switch now - then {
      case 0:
        flaw(table, keys, now == 1 ? "was changed" : "one or more of \(now) rows were changed")
      case ..<0: flaw(table, nil, "\(then) rows were recorded, and \(now) are there")
      default:
        flaw(table, keys, "\(then) rows were recorded, and \(now) are there: some were added")
      }
    }
    if !isLocated {
      flaw(
        DigestTable.name, "number \(entry)", "was changed, or the digest before it was")
    }
  }

  /// The keys of an entry's rows in a table.
  private func keys(of name: String, entry: Int64) throws(StorageError) -> String? {
    guard let table = try session.tables().first(where: { $0.name == name }),
      let column = table.entryColumn
    else { return nil }
    let rows = try session.rows(
      """
      SELECT \(table.key.joined(separator: ", ")) FROM "\(name)"
      WHERE \(table.columns[column]) = ?1
      """, .integer(entry)
    ) { row throws(StorageError) in
      var fields: [String] = []
      for (column, name) in table.key.enumerated() where name != "entry" {
        fields.append("\(name) \(try row.value(column).shown)")
      }
      return fields.joined(separator: ", ")
    }
    return rows.isEmpty ? nil : rows.joined(separator: "; ")
  }
}
