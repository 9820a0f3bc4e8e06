public import LedgerCore

/// A ledger that keeps its book as plain arrays in memory, and works everything out from them.
///
/// It does what ``Contract`` promises without any cleverness, so it is slow and easy to check: a
/// storage is compared with it (``History``), and a test of something else may use it as a ledger.
///
/// Its receipts are those of a storage that records the same facts with the same salts
/// (``Backend/salt(for:attempt:)``). It knows the markets and currencies that it is given.
public final class ModelLedger {
  var book: ModelBook
  private var isReading = false
  private var isTogether = false

  /// Creates a ledger with an empty book.
  public init(reference: Reference = .sample) { book = ModelBook(reference: reference) }

  /// Keeps what `body` records in the book, or nothing of it if it throws.
  func change<T>(
    _ body: (inout ModelBook) throws(LedgerError) -> T
  ) throws(LedgerError) -> T {
    guard !isReading else { throw .wrongState("facts cannot be recorded within a reading") }
    var changed = book
    let result = try body(&changed)
    book = changed
    return result
  }

  /// Keeps what `body` records, with the receipt of its entry.
  func record<F>(
    _ body: (inout ModelBook) throws(LedgerError) -> [Outcome<F>]
  ) throws(LedgerError) -> Recording<F> {
    let last = book.lastEntry
    let outcomes = try change(body)
    let receipt = book.lastEntry > last ? book.receipt(book.lastEntry) : nil
    return Recording(receipt: receipt, outcomes: outcomes)
  }
}

extension ModelLedger: Ledger {
  /// Calls `body`: a book that one thread uses does not change meanwhile.
  public func reading<T>(_ body: () throws -> T) throws -> T {
    let before = isReading
    // In what is recorded together, a reading is no more than its body.
    isReading = !isTogether
    defer { isReading = before }
    return try body()
  }

  /// Keeps everything that `body` records, or nothing of it: the book is as it was before.
  public func together<T>(_ body: () throws -> T, isKept: (T) -> Bool) throws -> T {
    guard !isReading, !isTogether else {
      throw LedgerError.wrongState(
        "what is recorded together cannot begin within another transaction")
    }
    isTogether = true
    defer { isTogether = false }
    let before = book
    do {
      let result = try body()
      if !isKept(result) { book = before }
      return result
    } catch {
      book = before
      throw error
    }
  }

  /// Does nothing: the book goes away with the ledger.
  public func close() throws(LedgerError) {}
}
