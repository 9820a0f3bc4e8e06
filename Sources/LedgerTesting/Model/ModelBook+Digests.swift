import Digest
import LedgerCore

/// Receipts by the second recipe of `docs/digest.md`, so that they are those of every storage.
extension ModelBook {
  func receipt(_ entry: Int64) -> Receipt {
    Receipt(entry: entry, digest: hexadecimal(digests[Int(entry) - 1]))
  }

  /// The digest of an entry, from its facts and the digest before it.
  func digest(of entry: Int64) throws(LedgerError) -> [UInt8] {
    let previous = entry > 1 ? digests[Int(entry) - 2] : [UInt8](repeating: 0, count: 32)
    do throws(SHA256.Failure) {
      var bytes = previous
      for part in EntryRows(book: self, entry: entry).parts {
        bytes += Array(part.table.utf8) + [0]
        bytes += try part.sha256()
      }
      return try SHA256.digest(of: bytes)
    } catch {
      throw .storage("\(error)")
    }
  }
}
