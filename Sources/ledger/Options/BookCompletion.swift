import ArgumentParser
import LedgerCore
import LedgerKit

/// What a shell offers for an argument: names from the book.
extension CompletionKind {
  /// The markets of shows, else all.
  static let markets = fromBook { book in
    let events = try book.ledger.events(in: nil, during: .always, limit: nil)
    let used = Set(events.map { "\($0.market)" })
    return used.isEmpty ? try book.ledger.reference().markets.map { "\($0.code)" } : used.sorted()
  }

  /// The keys of events.
  static let events = fromBook { book in
    try book.ledger.events(in: nil, during: .always, limit: nil).map { "\($0.key)" }
  }

  /// The names of saved queries.
  static let queries = fromBook { book in
    try book.queries().savedQueries().map(\.query.name)
  }

  /// If the book cannot be read, a shell offers nothing: the command will say why.
  private static func fromBook(
    _ names: @escaping @Sendable (Book) throws -> [String]
  ) -> CompletionKind {
    .custom { words, _, _ in
      let book = try? BookOptions.parse(bookArguments(words))
      return (try? book?.reading(names)) ?? []
    }
  }

  /// The words that name the book.
  private static func bookArguments(_ words: [String]) -> [String] {
    if let joined = words.last(where: { $0.hasPrefix("--db=") }) { return [joined] }
    guard let option = words.lastIndex(of: "--db"), option + 1 < words.count else { return [] }
    return ["--db", words[option + 1]]
  }
}
