public import LedgerCore

extension ModelLedger {
  /// Forgets the words of persons.
  public func forget(
    _ words: PersonalWords, as draft: Entry.Draft
  ) throws(LedgerError) -> Forgetting {
    try change { book throws(LedgerError) in try book.forget(words, as: draft) }
  }

  /// Records a version of a saved query, which is only counted and digested.
  ///
  /// With it, the model has the receipts of a storage that keeps queries.
  package func record(
    version query: SavedQuery, as draft: Entry.Draft
  ) throws(LedgerError) -> Receipt {
    try change { book throws(LedgerError) in
      book.queries.append(.init(fact: query, entry: book.lastEntry + 1))
      try book.close(draft)
      return book.receipt(book.lastEntry)
    }
  }
}
