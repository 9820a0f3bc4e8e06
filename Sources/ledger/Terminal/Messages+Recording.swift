import LedgerCore
import LedgerKit

extension Messages {
  /// Shows the receipt of what was recorded, if anything was.
  static func show(_ receipt: Receipt?) {
    if let receipt { remark("receipt \(receipt)") }
  }

  /// Shows what opening a book to record has done, and what is not promised where the book is.
  static func show(opening book: Book) {
    if let version = book.olderVersion {
      remark(
        "brought \(quoted(book.place)) up to date, from schema \(version); "
          + "nothing in it was rewritten"
      )
    }
    if let caution = book.caution { remark(caution) }
    if let doubt = book.doubt { show(doubt) }
  }

  /// Shows the settings that a command used.
  static func show(_ settings: [SettingRecord]) { for used in settings { remark(used.remark) } }

  /// Shows the outcome of recording one fact, or throws why it was refused.
  ///
  /// - Returns: the receipt, which is shown once the book is closed.
  static func show<F: Fact>(_ recording: Recording<F>, of fact: F) throws -> Receipt? {
    show(try recording.sentence(of: fact))
    return recording.receipt
  }
}
