/// What bringing a book of an older version up to date did.
public struct Upgrade: Equatable, Sendable {
  /// The version of the book before; that of the program if it was up to date.
  public let from: Int
  /// The version of the book now.
  public let to: Int
  /// The book as it was; `nil` where no copy was asked for, or nothing was to be done.
  public let backup: BookCopy?
  /// The figures of this book that are others now.
  public let changes: [Change]
  /// The release of the tz database that the book had; `nil` where it was as new as the program's,
  /// or the book had none.
  public let formerZones: String?

  /// A figure that a step of the schema changed.
  public struct Change: Equatable, Sendable {
    /// The view that has it, and its row: `market_month UK 2022-01`.
    public let row: String
    /// The column of the figure.
    public let figure: String
    /// What it was; `nil` for a row that was not there.
    public let before: String?
    /// What it is; `nil` for a row that is no longer there.
    public let after: String?
    /// What the step says of itself.
    public let rule: String

    /// Makes a change.
    public init(row: String, figure: String, before: String?, after: String?, rule: String) {
      self.row = row
      self.figure = figure
      self.before = before
      self.after = after
      self.rule = rule
    }
  }

  /// Makes the outcome of an upgrade.
  public init(
    from: Int, to: Int, backup: BookCopy?, changes: [Change], formerZones: String? = nil
  ) {
    self.formerZones = formerZones
    self.from = from
    self.to = to
    self.backup = backup
    self.changes = changes
  }
}
