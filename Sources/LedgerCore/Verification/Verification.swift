/// What became of looking whether a book is as it was recorded.
public struct Verification: Equatable, Sendable {
  /// What is looked at.
  public enum Check: String, CaseIterable, Sendable {
    /// The file itself, as far as the storage can tell.
    case file
    /// The tables, indexes, views and guards are those that the program makes, and so is what they
    /// refer to: currencies, markets, metrics.
    case schema
    /// Every row names others that are there.
    case references
    /// Every entry has the digest of what it recorded, and of the digest before it.
    case digests
    /// The totals that are kept are what the facts add up to.
    case totals
    /// Receipts that were kept elsewhere.
    case receipts
    /// Rules of what is hardly ever meant; a flaw of it is that they could not be asked.
    case audit
  }

  /// Something that is wrong.
  public struct Flaw: Equatable, Sendable {
    /// What found it.
    public let check: Check
    /// The entry that it is about, where that is known.
    public let entry: Int64?
    /// The table that it is in, where that is known.
    public let table: String?
    /// The row, by its key, where that is known.
    public let row: String?
    /// What is wrong, in words.
    public let reason: String

    /// Makes a flaw.
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
  }

  /// The entries whose digests were drawn up; `nil` where there are none.
  public var entries: ClosedRange<Int64>?
  /// How much each check looked at, in its own unit; one that is not here was not made.
  public private(set) var checked: [Check: Int64] = [:]
  /// How many flaws each check found.
  public private(set) var found: [Check: Int64] = [:]
  /// The first flaws of each check.
  public private(set) var flaws: [Flaw] = []
  /// The receipt of the last entry, where all that was checked is sound.
  public var receipt: Receipt?

  /// The findings of each rule that nobody accepted, and those that somebody did.
  public private(set) var findings: [AuditFinding] = []
  /// How many findings of each rule nobody accepted.
  public private(set) var open: [AuditRule: Int64] = [:]
  /// How many findings of each rule somebody accepted.
  public private(set) var accepted: [AuditRule: Int64] = [:]
  /// The entries that accepted findings.
  public var acceptances: [AuditFinding.Identity: Int64] = [:]
  private let findingLimit: Int64

  /// Of one check no more flaws are kept.
  public static let flawLimit: Int64 = 100

  /// Makes an empty one.
  ///
  /// `findingLimit`: how many findings of each rule are kept, of those accepted and of the others.
  public init(findingLimit: Int64 = Verification.flawLimit) { self.findingLimit = findingLimit }

  /// Whether nothing is wrong; findings are not.
  public var isSound: Bool { flaws.isEmpty }

  /// Whether a rule found something that nobody accepted.
  public var hasOpenFindings: Bool { !open.isEmpty }

  /// Notes that a check looked at so much more.
  public mutating func count(_ check: Check, _ number: Int64) {
    checked[check, default: 0] += number
  }

  /// Notes something that is wrong.
  public mutating func add(_ flaw: Flaw) {
    found[flaw.check, default: 0] += 1
    if found[flaw.check, default: 0] <= Self.flawLimit { flaws.append(flaw) }
  }

  /// Notes what a rule found.
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
  /// What must still be so.
  public var receipts: [Receipt]
  /// The entry that is trusted, with all before it: digests are drawn up of what came later.
  public var since: Int64
  /// How many findings of each rule to keep.
  public var findingLimit: Int64

  /// Makes a plan.
  public init(
    receipts: [Receipt] = [], since: Int64 = 0, findingLimit: Int64 = Verification.flawLimit
  ) {
    self.receipts = receipts
    self.since = since
    self.findingLimit = findingLimit
  }
}
