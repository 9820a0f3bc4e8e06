import LedgerCore

extension Talk {
  /// Says the receipt of what was recorded, if anything was.
  static func tell(_ receipt: Receipt?) {
    if let receipt { remark("receipt \(receipt)") }
  }
}
