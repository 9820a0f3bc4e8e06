/// Words by or about a person that a book can forget.
public enum PersonalWords: Equatable, Sendable {
  /// A creator's name, byte for byte, in shows and memberships, and why they left.
  case creator(String)
  /// The note of an entry.
  case note(ofEntry: Int64)
  /// The name of who recorded entries, byte for byte.
  case author(String)

  /// How a forgotten text reads from then on: `forgotten 1a2b3c4d`.
  ///
  /// Facts that had the same text still read the same, and others differ.
  /// `hash`: the text's salted SHA-256 in hexadecimal.
  public static func forgotten(hash: String) -> String { "forgotten \(hash.prefix(8))" }

  /// Whether a text may stand in place of a forgotten one, by its form.
  package static func mayBeForgotten(_ text: String) -> Bool {
    text.utf8.count == 18 && text.hasPrefix("forgotten ")
  }

  /// Why an entry that forgot words cannot be voided.
  package static let cannotBeVoided = "it forgot words, which cannot come back"

  /// What is wrong with a note that is not there to be forgotten.
  package static func noNote(ofEntry entry: Int64) -> LedgerError {
    .wrongState("entry \(entry) has no note that can be forgotten")
  }
}
