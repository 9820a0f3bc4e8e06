/// What every storage promises of a ledger, beside what the types say.
///
/// ``Backend`` shows how a storage checks it. Each promise opens a book of its own.
public enum Contract {
  /// All promises.
  public static let all: [Promise] =
    events + amendments + audienceCounts + viewing + curves + sales + saleExtents
    + reportedTotals + claims
    + surveys + rates + memberships + targets + settings + coverages + credits + sameShows + marks
    + aliases
    + names
    + entries + receipts
    + sameReceipts
    + voids + findings + recordedTwice + forgetting + snapshots + transactions + capabilities
}
