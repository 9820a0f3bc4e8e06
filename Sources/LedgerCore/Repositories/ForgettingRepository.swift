/// Forgets the words of persons, and leaves every fact and every receipt as it was.
public protocol ForgettingRepository {
  /// Empties texts wherever they were recorded, also in facts that were voided since.
  ///
  /// Everything that has the same text, as a name, a reason or a note, reads as
  /// ``PersonalWords/forgotten(hash:)`` afterwards, as of any entry. The entry of it records no
  /// facts and cannot be voided. The same text recorded again later is a new one.
  ///
  /// - Throws: ``LedgerError/unknownName(_:_:near:)`` for a creator or an author whose name the
  ///   book does not have, or has forgotten; ``LedgerError/unknownEntry(_:last:)``;
  ///   ``LedgerError/wrongState(_:)`` for an entry without a note, or whose note is
  ///   forgotten already
  func forget(_ words: PersonalWords, as draft: Entry.Draft) throws(LedgerError) -> Forgetting
}

/// What a book has forgotten, and what it cannot forget.
public struct Forgetting: Equatable, Sendable {
  /// The receipt of the entry that records it; `nil` if nothing could be forgotten.
  public let receipt: Receipt?
  /// How many different texts were emptied.
  public let forgotten: Int
  /// The entries that hold the words themselves, in ascending order.
  ///
  /// They were recorded before digests left such words out, so that the words cannot be taken out
  /// of them.
  public let plain: [Int64]

  /// The entry that records it; `nil` if nothing could be forgotten.
  public var entry: Int64? { receipt?.entry }

  /// Makes a forgetting.
  public init(receipt: Receipt?, forgotten: Int, plain: [Int64]) {
    self.receipt = receipt
    self.forgotten = forgotten
    self.plain = plain
  }
}
