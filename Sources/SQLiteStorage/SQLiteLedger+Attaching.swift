public import LedgerCore
import SQLite

extension SQLiteLedger {
  /// Attaches another book, for reading, under a name that precedes those of its tables.
  ///
  /// The name `other` gives `other.event`.
  ///
  /// - Throws: ``LedgerError`` if the name is invalid, or the file is not a readable book of this
  ///   program's version.
  public func attach(_ path: String, as name: String) throws(LedgerError) {
    func refuse(_ reason: String) -> LedgerError {
      .invalid(field: "attachment", value: name, reason: reason)
    }
    let isName =
      name.utf8.count <= 64 && name.utf8.first.map { (0x61...0x7a).contains($0) } == true
      && name.utf8.allSatisfy { byte in
        (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
      }
    guard isName else {
      throw refuse("a name has lower-case letters, digits and _, and begins with a letter")
    }
    guard !["main", "temp", "sqlite_schema"].contains(name) else {
      throw refuse("this name has a meaning of its own: choose another")
    }
    guard !attached.contains(where: { $0.name == name }) else {
      throw refuse("is given to two books")
    }
    guard attached.count < Self.attachedLimit else {
      throw refuse("no more than \(Self.attachedLimit) books are attached at once")
    }
    let other = try SQLiteLedger.open(path, for: .reading)
    do {
      try connection.attach(path, as: name, isStill: other.isStill)
    } catch {
      throw LedgerError(error, path: path)
    }
    attached.append((name: name, ledger: other))
  }

  /// SQLite's own limit.
  private static let attachedLimit = 10
}
