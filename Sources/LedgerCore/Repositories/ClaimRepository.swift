/// Records rollout claims, and never changes one that is recorded.
public protocol ClaimRepository {
  /// Records the new claims of the batch, all in one entry.
  ///
  /// A claim may dispute a recorded one, or an earlier one in the batch.
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  func record(_ claims: [Claim], as draft: Entry.Draft) throws(LedgerError) -> Recording<Claim>

  /// Returns the current claims on a market, or on all markets, as of an entry.
  ///
  /// The claim reported latest comes last; among equals, the one whose stage begins latest. A claim
  /// reported in `2022` counts as reported on the earliest possible day, so that it does not
  /// displace a dated one.
  ///
  /// `entry`: the last entry that counts; `nil` for now.
  /// - Throws: ``LedgerError``
  func claims(in market: Market.Code?, asOf entry: Int64?) throws(LedgerError) -> [Claim]

  /// Returns the claim with a key, and its entry; `nil` if the book has none.
  ///
  /// - Throws: ``LedgerError``
  func claim(_ key: ClaimKey) throws(LedgerError) -> FactRecord<Claim>?
}

/// A fact and the entry that recorded it.
public struct FactRecord<F: Fact>: Equatable, Sendable {
  /// What was recorded.
  public let fact: F
  /// Its entry.
  public let entry: Entry

  /// Makes a record.
  public init(fact: F, entry: Entry) {
    self.fact = fact
    self.entry = entry
  }
}
