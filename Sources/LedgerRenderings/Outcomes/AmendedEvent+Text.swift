package import LedgerCore

extension AmendedEvent {
  /// What was corrected, in a sentence.
  package var sentence: String {
    guard let entry else { return "\(after.subject) already has these values; nothing was added" }
    return "amended \(after.subject) in entry \(entry): \(after.differences(from: before))"
  }
}
