import LedgerCore

/// Zones whose clocks change by one rule in all years, so that no file of the machine is read.
enum Zones {
  static func london() throws -> TimeZone {
    try zone("Europe/London", "GMT0BST,M3.5.0/1,M10.5.0")
  }

  static func berlin() throws -> TimeZone {
    try zone("Europe/Berlin", "CET-1CEST,M3.5.0,M10.5.0/3")
  }

  /// A compiled file (RFC 9636) of two blocks without a change, and the rule after them.
  private static func zone(_ name: String, _ rule: String) throws -> TimeZone {
    let counts: [UInt8] = [0, 0, 0, 0, 1, 4]
    let block =
      Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15) + counts.flatMap { [0, 0, 0, $0] }
      + [0, 0, 0, 0, 0, 0] + Array("LMT\0".utf8)
    return try TimeZone(name: name, tzif: block + block + Array("\n\(rule)\n".utf8))
  }
}
