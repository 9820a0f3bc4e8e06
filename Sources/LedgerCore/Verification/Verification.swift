/// The result of checking that a book has not been altered.
public struct Verification: Equatable, Sendable {
  /// What is checked.
  public enum Check: String, CaseIterable, Sendable {
    /// The file itself, as far as the storage can tell.
    case file
    /// The tables, indexes, views and guards are those that the program creates, and so are the
    /// currencies, markets and metrics that they refer to.
    case schema
    /// Every row refers to rows that exist.
    case references
    /// Every entry counts the facts that it recorded, and its time is not before the previous one.
    case entries
    /// Every entry has the digest of what it recorded and of the previous digest.
    case digests
    /// The kept totals equal what the facts add up to.
    case totals
    /// Receipts that were kept elsewhere match the book.
    case receipts
    /// Rules that find likely mistakes; a flaw means that they could not be applied.
    case audit
  }

  /// Something that is wrong.
  public struct Flaw: Equatable, Sendable, CustomStringConvertible {
    /// The check that found it.
    public let check: Check
    /// The entry that it is about, if known.
    public let entry: Int64?
    /// The table that it is in, if known.
    public let table: String?
    /// The row, by its key, if known.
    public let row: String?
    /// What is wrong, in words.
    public let reason: String

    /// Creates a flaw that a check found.
    public init(
      _ check: Check, entry: Int64? = nil, table: String? = nil, row: String? = nil,
      reason: String
    ) {
      self.check = check
      self.entry = entry
      self.table = table
      self.row = row
      self.reason = reason
    }

    /// Where it is, and what is wrong: `entry 3, sale: 2 rows were recorded, and 1 are there`.
    public var description: String {
      let place = [entry.map { "entry \($0)" }, table, row].compactMap { $0 }
      return (place.isEmpty ? "" : place.joined(separator: ", ") + ": ") + reason
    }
  }

  /// The entries whose digests were computed; `nil` if there are none.
  public var entries: ClosedRange<Int64>?
  /// How much each check covered, in its own unit; a check that was not made is missing.
  public private(set) var checked: [Check: Int64] = [:]
  /// How many flaws each check found.
  public private(set) var found: [Check: Int64] = [:]
  /// The first flaws of each check.
  public private(set) var flaws: [Flaw] = []
  /// The receipt of the last entry, if everything that was checked is sound.
  public var receipt: Receipt?

  /// The findings of each rule, up to a limit for open and for accepted ones.
  public private(set) var findings: [AuditFinding] = []
  /// How many findings of each rule have not been accepted.
  public private(set) var open: [AuditRule: Int64] = [:]
  /// How many findings of each rule have been accepted.
  public private(set) var accepted: [AuditRule: Int64] = [:]
  /// The entry that accepted each finding.
  public var acceptances: [AuditFinding.Identity: Int64] = [:]
  /// How many texts of persons were forgotten; the facts that they belonged to are whole.
  public var forgottenTexts = 0
  private let findingLimit: Int64

  /// How many flaws of one check are kept, at most.
  public static let flawLimit: Int64 = 100

  /// Creates a verification without results.
  ///
  /// `findingLimit`: how many findings of each rule are kept, accepted ones and others separately.
  public init(findingLimit: Int64 = Verification.flawLimit) { self.findingLimit = findingLimit }

  /// Whether there are no flaws; findings are not flaws.
  public var isSound: Bool { flaws.isEmpty }

  /// Whether a rule found something that has not been accepted.
  public var hasOpenFindings: Bool { !open.isEmpty }

  /// Adds to how much a check covered.
  public mutating func count(_ check: Check, _ number: Int64) {
    checked[check, default: 0] += number
  }

  /// Adds a flaw.
  public mutating func add(_ flaw: Flaw) {
    found[flaw.check, default: 0] += 1
    if found[flaw.check, default: 0] <= Self.flawLimit { flaws.append(flaw) }
  }

  /// Adds a finding, with the entry that accepted it, if one did.
  public mutating func add(_ finding: AuditFinding) {
    var finding = finding
    finding.acceptedBy = acceptances[finding.identity]
    let number: Int64
    if finding.acceptedBy == nil {
      open[finding.rule, default: 0] += 1
      number = open[finding.rule, default: 0]
    } else {
      accepted[finding.rule, default: 0] += 1
      number = accepted[finding.rule, default: 0]
    }
    if number <= findingLimit { findings.append(finding) }
  }
}

/// What to verify.
public struct VerificationPlan: Equatable, Sendable {
  /// The receipts that the book must still match.
  public var receipts: [Receipt]
  /// The last entry that is trusted: digests are computed only for later entries.
  public var since: Int64
  /// How many findings of each rule are kept.
  public var findingLimit: Int64

  /// Creates a plan of what to verify.
  public init(
    receipts: [Receipt] = [], since: Int64 = 0, findingLimit: Int64 = Verification.flawLimit
  ) {
    self.receipts = receipts
    self.since = since
    self.findingLimit = findingLimit
  }
}
