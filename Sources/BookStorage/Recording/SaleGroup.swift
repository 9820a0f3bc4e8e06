import LedgerCore
import Rows

/// Records batches of sales within one transaction, and writes the totals that they change once.
final class SaleGroup: SaleRecording {
  typealias Work = () throws(StorageError) -> Recording<Sale>

  private let session: any BookSession
  private let recorder: SaleRecorder
  private let mapped: (Work) throws(LedgerError) -> Recording<Sale>
  private var totals = SaleTotalChanges()
  private var saleCount = 0
  /// Why a batch could not be recorded: parts of it may be there, so nothing of the group is kept.
  private(set) var failure: LedgerError?

  /// More changed totals than this are written at once: they are in memory.
  private static let limit = 60_000

  /// `mapped`: says what an error of the engine means for the book.
  init(
    session: any BookSession,
    mapped: @escaping (Work) throws(LedgerError) -> Recording<Sale>
  ) throws(StorageError) {
    self.session = session
    self.mapped = mapped
    recorder = try SaleRecorder(session: session)
  }

  func record(_ sales: SaleBatch, as draft: Entry.Draft) throws(LedgerError) -> Recording<Sale> {
    do throws(LedgerError) {
      return try mapped { () throws(StorageError) in try add(sales, as: draft) }
    } catch {
      failure = error
      throw error
    }
  }

  private func add(
    _ sales: SaleBatch, as draft: Entry.Draft
  ) throws(StorageError) -> Recording<Sale> {
    let recording = try recorder.record(sales, as: draft, adding: &totals)
    saleCount += sales.count
    if totals.count > Self.limit { try writeTotals() }
    return recording
  }

  /// Whether as many totals have changed as take a fifth of the time that the sales took.
  ///
  /// Fewer are written soon: until a transaction ends, its log cannot be merged.
  var gainsByMore: Bool { totals.count > saleCount / 5 }

  /// Writes the totals; to be called before the transaction ends.
  func writeTotals() throws(StorageError) {
    if totals.count > 0 { try SaleTotalRows(session: session).add(totals) }
    totals = SaleTotalChanges()
    saleCount = 0
  }
}
