/// Keeps sales, and never changes one that it has kept.
public protocol SaleRepository {
  /// Records those sales of the batch that are new, all in one entry; of a sum so far
  /// (``Sale/extent``) what the book lacks.
  ///
  /// - Throws: ``LedgerError`` where nothing of the batch could be recorded.
  func record(_ sales: SaleBatch, as draft: Entry.Draft) throws(LedgerError) -> Recording<Sale>
}

extension SaleRepository {
  /// Records those sales that are new, all in one entry.
  ///
  /// - Throws: ``LedgerError`` where none of them could be recorded.
  public func record(
    _ sales: [Sale], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Sale> {
    try record(SaleBatch(sales), as: draft)
  }
}
