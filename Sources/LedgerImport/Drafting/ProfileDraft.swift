import LedgerCore
import Tabular

/// A profile that is guessed from a file: which column is what, and how its cells are written.
struct ProfileDraft {
  /// A column, and what it seems to be.
  struct Guess {
    let slot: Slot
    let column: Int
    let score: Double
  }

  let table: SampledTable
  let vocabulary: Vocabulary
  /// How the text is written, if that was stated.
  let encoding: TextEncoding?
  /// What the rows are.
  let records: RecordType
  private(set) var guesses: [Guess]

  /// Guesses from the first rows of a file.
  ///
  /// - Parameters:
  ///   - records: What the rows are, if it is known: sales, shows (also for events) or audience.
  ///   - layout: What is known of the format.
  ///   - reference: The currencies.
  ///   - open: Opens the file from its beginning.
  /// - Throws: ``ImportError/Reason``, if the file is no table.
  init(
    records: RecordType?, layout: FileLayout, reference: Reference,
    open: () throws(TabularError) -> ByteSource
  ) throws(ImportError.Reason) {
    let vocabulary: Vocabulary
    do throws(ProfileError) { vocabulary = try Vocabulary.known() } catch { throw .profile(error) }
    let table: SampledTable
    do throws(TabularError) {
      table = try SampledTable(
        layout: layout, words: CellWords(vocabulary: vocabulary, reference: reference), open: open)
    } catch {
      throw .unreadable(error)
    }
    let kinds = records.map { [$0 == .events ? .shows : $0] } ?? [.sales, .shows, .audience]
    (self.vocabulary, self.table, encoding) = (vocabulary, table, layout.encoding)
    let drafts = kinds.map { ($0, Self.guesses(for: $0, table, vocabulary)) }
    let best = drafts.max { Self.weight($0, table) < Self.weight($1, table) }
    (self.records, guesses) = best ?? (.shows, [])
    choosePrice()
  }

  // MARK: Choosing

  /// All that a row of these records may have a column for.
  private static func slots(of records: RecordType) -> [Slot] {
    let metrics = Metric.allCases.map(Slot.metric)
    return switch records {
    case .sales:
      [
        .order, .line, .product, .quantity, .amount, .unitPrice, .currency, .at, .event, .market,
        .kind, .observedAt, .channel, .creator,
      ].map(Slot.field)
        + [.cancelledAt, .refunded, .refundedAt, .returned, .discount, .paidAt, .start].map(
          Slot.part)
    case .audience: [.field(.event), .field(.at)] + metrics
    default:
      [
        .event, .title, .startsAt, .endsAt, .duration, .creators, .brands, .market, .platform,
        .currency, .observedAt,
      ].map(Slot.field)
        + metrics.filter { $0 != .metric(.concurrent) } + Measure.allCases.map(Slot.total)
        + [.start, .end].map(Slot.part)
    }
  }

  /// Gives each slot the column that fits it best, the surest first.
  private static func guesses(
    for records: RecordType, _ table: SampledTable, _ vocabulary: Vocabulary
  ) -> [Guess] {
    var all: [Guess] = []
    for slot in slots(of: records) {
      for (index, column) in table.columns.enumerated() {
        // Viewers of a moment, where there is nothing but moments.
        let isOfMoments = records == .audience && slot == .metric(.concurrent)
        let score = vocabulary.score(column.words, slot) + (isOfMoments ? 0.01 : 0)
        // In other files of the kind, a column that is empty here may be filled.
        let isPossible =
          slot.isOfEveryRow
          ? column.fits(slot) && (score >= 0.99 || column.values.count * 5 >= table.factCount * 3)
          : column.values.isEmpty ? score >= 0.95 : column.fits(slot)
        if score >= Vocabulary.enough, isPossible {
          all.append(Guess(slot: slot, column: index, score: score))
        }
      }
    }
    all.sort { $0.score > $1.score || $0.score == $1.score && $0.column < $1.column }
    var chosen: [Guess] = []
    for guess in all
    where !chosen.contains(where: { $0.slot == guess.slot || $0.column == guess.column }) {
      chosen.append(guess)
    }
    return chosen
  }

  /// How much speaks for rows of a kind.
  private static func weight(
    _ draft: (records: RecordType, guesses: [Guess]), _ table: SampledTable
  ) -> Double {
    func score(_ slots: [Slot]) -> Double {
      draft.guesses.filter { slots.contains($0.slot) }.map(\.score).max() ?? 0
    }
    let counts = draft.guesses.count { if case .metric = $0.slot { true } else { false } }
    let totals = draft.guesses.count { if case .total = $0.slot { true } else { false } }
    switch draft.records {
    case .sales:
      let price = score([.field(.amount), .field(.unitPrice)])
      return score([.field(.order)]) * 2 + price + score([.field(.quantity)])
        + score([.field(.at)]) * 0.5
    case .audience:
      // The counts of one show: nothing else is in the file.
      let time = draft.guesses.first { $0.slot == .field(.at) }.map { table.columns[$0.column] }
      let isAlone = totals == 0 && counts > 0 && time.map { !$0.isOfDays } ?? false
      return isAlone ? 1.5 + score([.metric(.concurrent)]) : 0
    default:
      return score([.field(.startsAt)]) + score([.field(.title)])
        + score([.field(.duration), .field(.endsAt), .part(.end)])
        + min(1.5, Double(counts + totals) / 3)
    }
  }

  /// A line has its amount, or its price; the price where its units times it are another amount.
  private mutating func choosePrice() {
    guard let price = column(.field(.unitPrice)), let amount = column(.field(.amount)) else {
      return
    }
    let isOfOrders = table.columns[amount].hasEmpty && !table.columns[price].hasEmpty
    guesses.removeAll { $0.slot == .field(isOfOrders ? .amount : .unitPrice) }
  }

  // MARK: Asking

  /// The column of a slot.
  func column(_ slot: Slot) -> Int? { guesses.first { $0.slot == slot }?.column }

  func name(_ slot: Slot) -> String? { column(slot).map { table.header[$0] } }

  /// The columns that are used and hold money.
  var moneyColumns: [SampledColumn] {
    guesses.filter(\.slot.isMoney).map { table.columns[$0.column] }
  }

  /// The columns of a time whose day is in one and whose time of day is in another.
  func dayAndTime(_ field: Field) -> (day: SampledColumn, time: SampledColumn)? {
    let day = column(.field(records == .sales ? .at : .startsAt))
    let time = column(.part(field == .endsAt ? .end : .start))
    guard let day, let time, table.columns[day].isOfDays else { return nil }
    return (table.columns[day], table.columns[time])
  }
}

extension Slot {
  /// Whether it holds money, of which a name alone does not say enough.
  var isMoney: Bool {
    switch self {
    case .field(.amount), .field(.unitPrice), .part(.refunded), .part(.discount): true
    case .total(let measure): measure.unit == .money
    default: false
    }
  }

  /// Whether no row can do without it.
  fileprivate var isOfEveryRow: Bool {
    switch self {
    case .field(.order), .field(.unitPrice), .field(.quantity), .field(.startsAt): true
    default: false
    }
  }
}

extension SampledColumn {
  /// Whether its times are days.
  var isOfDays: Bool {
    if isTimeInFile { return values.allSatisfy { $0.count == 10 } }
    return !timeFormats.isEmpty
      && timeFormats.allSatisfy { name in
        do throws(TimeFormatError) { return try ProfileTimeFormat(name).isOfDays } catch {
          return false
        }
      }
  }
}
