/// Takes sales into a book.
public protocol SaleRecording {
  /// Records the new sales of the batch, all in one entry.
  ///
  /// For a sum so far (``Sale/extent``), it records what the book lacks.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  func record(_ sales: SaleBatch, as draft: Entry.Draft) throws(LedgerError) -> Recording<Sale>

  /// Whether the next batch is recorded faster together with those before it.
  var gainsByMore: Bool { get }
}

extension SaleRecording {
  /// `false`: batches have nothing in common.
  public var gainsByMore: Bool { false }
}

/// Records sales, and never changes one that is recorded.
public protocol SaleRepository: SaleRecording {
  /// Runs `body`, which records batches through what it is lent, and keeps all of them or none.
  ///
  /// Faster than one by one: what many batches change is written once. Until it ends, nobody else
  /// records anything, and no figure is asked for.
  ///
  /// - Throws: what `body` throws, or the ``LedgerError`` of a batch, caught there or not; then
  ///   nothing is recorded.
  func recordSales<T>(
    _ body: (any SaleRecording) throws(LedgerError) -> T
  ) throws(LedgerError) -> T
}

extension SaleRecording {
  /// Records the sales that are new, all in one entry.
  ///
  /// - Throws: ``LedgerError`` if none of them could be recorded.
  public func record(
    _ sales: [Sale], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Sale> {
    try record(SaleBatch(sales), as: draft)
  }
}
