/// Records sales, and never changes one that is recorded.
public protocol SaleRepository {
  /// Records the new sales of the batch, all in one entry.
  ///
  /// For a sum so far (``Sale/extent``), it records what the book lacks.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  func record(_ sales: SaleBatch, as draft: Entry.Draft) throws(LedgerError) -> Recording<Sale>
}

extension SaleRepository {
  /// Records the sales that are new, all in one entry.
  ///
  /// - Throws: ``LedgerError`` if none of them could be recorded.
  public func record(
    _ sales: [Sale], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Sale> {
    try record(SaleBatch(sales), as: draft)
  }
}
