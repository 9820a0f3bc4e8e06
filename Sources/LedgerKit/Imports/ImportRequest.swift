public import LedgerCore
public import LedgerImport

/// What to import, and how.
public struct ImportRequest: Sendable {
  /// What the rows are; `nil` where the header of a file decides.
  public var records: RecordType?
  /// How to read them: the name of a known export, or the path of a profile in TOML; `nil` where
  /// the header decides.
  public var profile: String?
  /// Values of fields that no column has, for all rows.
  public var constants: [(field: String, value: String)] = []
  /// The zone of times without one; `nil` for what the profile says, else for the book's setting of
  /// a row's market.
  public var zone: String?
  /// Whether to load what is left of a known export that has lost columns.
  public var acceptsChangedColumns = false
  /// What is known of the files' format.
  public var layout = FileLayout()
  /// The last order of the file before, as its summary has it, which the next file may continue.
  public var continuing: OpenOrder?
  /// What to do with a fact whose key has another value.
  public var onConflict = ConflictRule.refuse
  /// A file is left after this many rejected rows; `nil` for never.
  public var rejectionLimit: Int64?
  /// Whether the summary has sums of what the files say, to compare with where they come from.
  public var sumsUp = false
  /// Whether to remark what becomes of each cell of the first rows of a file; not of a pipe.
  public var explains = false
  /// A remark on each entry.
  public var note: String?
  /// The name of who records the entries.
  public var author: String?
  /// What the entries say recorded them.
  public var command = "import"
  /// How a pipe is read while others still write to it; `nil` to read it to its end at once.
  public var following: Following?

  /// Makes a request; `records`: what the rows are, `nil` where the header decides.
  public init(_ records: RecordType? = nil) { self.records = records }

  /// How a pipe is read while others still write to it.
  public struct Following: Sendable {
    /// Records what has come this many milliseconds after its first bytes; `nil` to wait for a
    /// whole chunk.
    public let milliseconds: Int64?
    /// A file descriptor: as soon as it is readable, reading stops.
    public let stop: Int32

    /// Makes a rule.
    public init(milliseconds: Int64?, stop: Int32) {
      self.milliseconds = milliseconds
      self.stop = stop
    }
  }
}
