import LedgerCore
import LedgerImport
import LedgerKit

/// What an import of sales says of the time over which they are complete.
extension ImportRun {
  /// Records what `--complete` says, unless a row was rejected.
  func recordCoverage(in book: Book) throws {
    guard let complete else { return }
    guard sum.isWhole else {
      let what = sum.rejected > 0 ? "rows were rejected" : "not all of it was read"
      Messages.remark(
        "not recorded that the sales are complete, because \(what): correct that, and load the "
          + "file again")
      return
    }
    guard !sum.saleSpans.isEmpty else {
      throw CommandFailure(
        "no sale was read, so the market is not known of which --complete is said: use "
          + "`ledger add-coverage`")
    }
    let coverages = try book.coverages(
      complete, of: sum.saleSpans, zone: options.times.zoneName,
      citation: options.input.paths.map(Book.name(ofFile:)).joined(separator: ", "))
    let draft = try book.draft(
      "import sales", note: options.note, author: Author.name(options.author))
    let recording = try book.ledger.record(coverages, as: draft)
    if let receipt = recording.receipt {
      for coverage in coverages { Messages.remark("recorded \(coverage.subject)") }
      sum.include(receipt)
      firstEntries.append(receipt.entry)
    }
  }

  /// Says what a known export may be complete over: from its first order to its last.
  func offerCoverage(_ summary: ImportSummary, of file: String, in book: Book) throws {
    guard summary.mayBeComplete, summary.isWhole, summary.recorded > 0, !safety.isTrial
    else { return }
    for span in summary.saleSpans {
      let market = try book.market(of: span)
      let end = Instant(milliseconds: span.last.milliseconds + 1) ?? span.last
      Messages.remark(
        "\(Book.name(ofFile: file)): if it has all orders of its time, record that: `ledger "
          + "add-coverage --market \(market) --order-source \(span.source) --from \(span.first) "
          + "--to \(end)`")
    }
  }
}
