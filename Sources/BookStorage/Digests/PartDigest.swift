import Digest
import Rows

/// The digest of an entry's rows in one table, which arrive in the order of its key.
struct PartDigest {
  private(set) var rows: Int64 = 0
  private var pending = RowWriter()
  private var hash: SHA256?

  /// How many bytes are digested at once: fewer calls, and little memory for each of many entries.
  private static let limit = 1 << 13

  /// Adds a row by the bytes that `encode` appends.
  @inline(__always)
  mutating func add(_ encode: (inout RowWriter) -> Swift.Void) throws(StorageError) {
    encode(&pending)
    rows += 1
    if pending.count >= Self.limit { try flush() }
  }

  /// The digest of rows that are each given by their bytes.
  static func rows(_ rows: some Sequence<[UInt8]>) throws(StorageError) -> [UInt8] {
    var part = PartDigest()
    for row in rows { try part.add(row) }
    return try part.finish()
  }

  /// Adds a row, given its bytes.
  @inline(__always)
  mutating func add(_ row: [UInt8]) throws(StorageError) {
    pending.append(row)
    rows += 1
    if pending.count >= Self.limit { try flush() }
  }

  /// The digest of all rows.
  mutating func finish() throws(StorageError) -> [UInt8] {
    guard hash != nil else { return try sha256(Array(pending.written)) }
    try flush()
    do { return try hash?.finish() ?? [] } catch { throw .digest }
  }

  private mutating func flush() throws(StorageError) {
    do {
      let hash = try self.hash ?? SHA256()
      try hash.update(pending.written)
      self.hash = hash
    } catch {
      throw .digest
    }
    pending.removeAll()
  }
}

/// The SHA-256 of some bytes.
func sha256(_ bytes: [UInt8]) throws(StorageError) -> [UInt8] {
  do { return try SHA256.digest(of: bytes) } catch { throw .digest }
}

extension StorageError {
  static var digest: StorageError {
    StorageError(.other, "libcrypto makes no SHA-256")
  }
}
