extension LedgerError {
  /// A thing of a book that a request names.
  public enum NamedThing: String, CaseIterable, Sendable {
    /// Who recorded an entry.
    case author
    /// A brand of a show.
    case brand
    /// A creator of a show.
    case creator
    /// The platform of a show.
    case platform
    /// A rollout claim, by its key.
    case claim
    /// A query in SQL that is saved.
    case query
    /// A setting of the book.
    case setting
    /// A table or view of the book.
    case relation = "table or view"
    /// What a survey is about.
    case surveyKind = "kind of survey"
  }
}
