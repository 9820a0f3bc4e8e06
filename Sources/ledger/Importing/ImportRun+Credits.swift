import LedgerCore
import LedgerImport
import LedgerKit

/// What an import of credits, marks or shows comes to.
extension ImportRun {
  /// Says how many new shows may be in the book under another key too.
  func proposeSameShows(in book: Book) throws {
    guard !safety.isTrial, let entries = sum.entries else { return }
    let hasShows = try entries.contains { number in
      (try book.ledger.entry(number)?.counts[.events] ?? 0) > 0
    }
    guard hasShows else { return }
    let count = try book.possibleSameShows(recordedBy: entries).count
    guard count > 0 else { return }
    Messages.remark(
      "\(count == 1 ? "1 show looks" : "\(count) shows look") like one that is recorded under "
        + "another key: see `ledger same-shows`")
  }

  /// Says how many of the new marks are outside of their shows.
  func show(marks summary: ImportSummary, of file: String, in book: Book) throws {
    guard let entries = summary.entries,
      let first = try book.ledger.entry(entries.lowerBound), first.counts[.marks] > 0
    else { return }
    let shows = Dictionary(
      try book.ledger.events(in: nil, during: .always, limit: nil).map { ($0.key, $0) },
      uniquingKeysWith: { first, _ in first })
    let outside = try book.ledger.marks(MarkFilter(), asOf: nil).filter { record in
      entries.contains(record.entry)
        && shows[record.mark.event].map { !record.mark.isInside($0) } ?? false
    }
    guard let first = outside.first?.mark else { return }
    Messages.remark(
      "\(Book.name(ofFile: file)): \(grouped(Int64(outside.count))) "
        + "\(outside.count == 1 ? "mark is" : "marks are") outside of the time of the show, such "
        + "as \(first.subject)")
  }

  /// Says how many of the new credits count, and what the others lack.
  func show(credits summary: ImportSummary, of file: String, in book: Book) throws {
    guard let entries = summary.entries,
      let first = try book.ledger.entry(entries.lowerBound), first.counts[.credits] > 0
    else { return }
    let counts = try book.ledger.creditCounts(CreditFilter(entries: entries), asOf: nil)
    let parts = CreditState.allCases.compactMap { state in
      counts[state].map { "\(grouped(Int64($0))) \(state.words(isOne: $0 == 1))" }
    }
    Messages.remark(
      "\(Book.name(ofFile: file)): of the new credits, \(parts.joined(separator: ", "))")
    let open = CreditState.allCases.filter {
      $0 != .credited && $0 != .named && counts[$0] != nil
    }
    if let state = open.first {
      Messages.remark("to list them: `ledger credits --state \(state.rawValue)`")
    }
  }
}

extension CreditState {
  /// What one or several credits come to.
  fileprivate func words(isOne: Bool) -> String {
    let name = isOne ? "names" : "name"
    return switch self {
    case .credited: isOne ? "counts" : "count"
    case .noShow: "\(name) a show that is not recorded yet"
    case .noSale: "\(name) an order or line that is not recorded yet"
    case .otherMarket: "\(name) an order of another market than the show's"
    case .overruled: "\(isOne ? "is" : "are") overruled by others"
    case .named: "\(name) a channel or a creator, and no show"
    }
  }
}
