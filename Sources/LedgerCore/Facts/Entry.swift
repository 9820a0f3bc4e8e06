/// One commit to the book.
public struct Entry: Equatable, Sendable {
  /// What its recorder says about an entry.
  public struct Draft: Equatable, Sendable {
    /// The time when it was recorded, by the clock.
    public var recordedAt: Instant
    /// The command that recorded it: `add-event`.
    public var command: String
    /// The file or citation that it comes from, if any.
    public var source: String?
    /// The SHA-256 of that file, in hexadecimal, if it could be computed beforehand.
    public var sourceDigest: String?
    /// Anything else worth saying.
    public var note: String?
    /// Who recorded it; `nil` in entries from before authors were recorded.
    public var author: String?
    /// Which batch of a loaded file the entry is; `nil` if it is none.
    public var chunk: Chunk?

    /// Makes a draft.
    public init(
      recordedAt: Instant, command: String, source: String? = nil, sourceDigest: String? = nil,
      note: String? = nil, author: String? = nil, chunk: Chunk? = nil
    ) {
      self.recordedAt = recordedAt
      self.command = command
      self.source = source
      self.sourceDigest = sourceDigest
      self.note = note
      self.author = author
      self.chunk = chunk
    }
  }

  /// A batch of a loaded file.
  public struct Chunk: Equatable, Sendable {
    /// The entry of the file's first batch; `nil` for the first batch itself.
    public let first: Int64?

    /// Makes a batch.
    public init(first: Int64?) { self.first = first }
  }

  /// How many facts of each type an entry recorded.
  public struct Counts: Equatable, Sendable {
    /// Only counts that are not zero, so that equal counts compare equal.
    private var counts: [FactType: Int64] = [:]

    /// Makes counts of no facts.
    public init() {}

    /// Makes the count of facts of one type.
    public init(_ type: FactType, _ count: Int) { self[type] = Int64(count) }

    /// How many facts of a type.
    public subscript(type: FactType) -> Int64 {
      get { counts[type] ?? 0 }
      set { counts[type] = newValue == 0 ? nil : newValue }
    }

    /// The counts in words, without the types that have none: `2 events, 1 sale`.
    public var phrase: String {
      FactType.allCases.filter { self[$0] != 0 }.map { $0.phrase(self[$0]) }
        .joined(separator: ", ")
    }

    /// Adds up counts.
    public static func + (left: Counts, right: Counts) -> Counts {
      var sum = left
      for type in FactType.allCases { sum[type] += right[type] }
      return sum
    }
  }

  /// Its number in the book, from 1 on.
  public let number: Int64
  /// What its recorder said about it.
  ///
  /// Its instant is never before that of the previous entry.
  public let draft: Draft
  /// How many facts it recorded.
  public let counts: Counts
  /// The first entry of the file that it is a batch of, if any.
  public let firstOfImport: Int64?
  /// The later entry that voided it, if any.
  public let voidedBy: Int64?
  /// The SHA-256 of the entry and of all before it, in hexadecimal; `nil` if it has none.
  public let digest: String?

  /// The receipt, which later proves that nothing up to this entry was changed.
  public var receipt: Receipt? { digest.map { Receipt(entry: number, digest: $0) } }

  /// Makes an entry as it was recorded.
  public init(
    number: Int64, draft: Draft, counts: Counts, firstOfImport: Int64? = nil,
    voidedBy: Int64? = nil, digest: String? = nil
  ) {
    self.number = number
    self.draft = draft
    self.counts = counts
    self.firstOfImport = firstOfImport
    self.voidedBy = voidedBy
    self.digest = digest
  }
}
