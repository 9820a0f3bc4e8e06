public import LedgerCore

extension ModelLedger {
  /// Forgets the words of persons.
  public func forget(
    _ words: PersonalWords, as draft: Entry.Draft
  ) throws(LedgerError) -> Forgetting {
    throw .wrongState("this book cannot forget words yet")
  }
}
