import LedgerCore

/// A column of the rows that a draft looks at.
struct SampledColumn {
  let name: String
  let words: ColumnWords
  /// Its texts, without those that are empty or mean no number.
  private(set) var values: [String] = []
  /// Texts that mean that there is none: `--`.
  private(set) var noValues: Set<String> = []
  private(set) var hasEmpty = false
  /// The patterns of its times; empty if it has none.
  private(set) var timeFormats: [String] = []
  /// Whether the file knows that they are times.
  private(set) var isTimeInFile = false
  private(set) var isNumeric = false
  private(set) var isDuration = false
  private(set) var isTimeOfDay = false
  /// What stands next to its numbers: `£`.
  private(set) var currencyMarks: Set<String> = []
  /// Whether its numbers have marks that a plain number has not.
  private(set) var hasMarks = false
  private(set) var hasDecimals = false
  /// The marks that part thousands or decimals, of numbers that do not say which.
  private(set) var openMarks: Set<UInt8> = []
  /// Whether some number says which mark parts its decimals.
  private(set) var hasCertainMarks = false

  /// - Parameters:
  ///   - name: What the file calls it.
  ///   - texts: Its cells.
  ///   - typedTimes: How many of them the file knows to be times.
  ///   - known: What words in cells mean.
  init(_ name: String, texts: [String], typedTimes: Int, words known: CellWords) {
    self.name = name
    words = ColumnWords(name)
    for text in texts {
      let text = text.trimmed
      if text.isEmpty {
        hasEmpty = true
      } else if known.vocabulary.meaning(of: text) == .noValue {
        noValues.insert(text)
      } else {
        values.append(text)
      }
    }
    guard !values.isEmpty else { return }
    isTimeInFile = typedTimes * 2 > values.count
    isTimeOfDay = fit { TimeGuess.isTimeOfDay($0) }
    look(known)
    if isTimeOfDay { return }
    if isTimeInFile {
      timeFormats = ["iso8601"]
    } else if values.contains(where: { $0.count >= 6 }) {
      timeFormats = TimeGuess.formats(of: values)
    }
  }

  /// Whether this holds for all of its texts but a few, such as those of a row of totals.
  private func fit(_ test: (String) -> Bool) -> Bool {
    values.count { !test($0) } <= values.count / 20 + (values.count > 2 ? 1 : 0)
  }

  private mutating func look(_ known: CellWords) {
    var marks: Set<String> = []
    var (marked, decimals, certain) = (false, false, false)
    var open: Set<UInt8> = []
    isNumeric = fit { text in
      do throws(NumberError) {
        let number = try AmountText(text)
        if !number.marks.allSatisfy(known.isCurrency) { return false }
        marks.formUnion(number.marks)
        switch number.decimalMark {
        case .none: break
        case .certain: (decimals, certain) = (true, true)
        case .open(let mark):
          decimals = true
          open.insert(mark)
        }
        if !number.marks.isEmpty || !Self.isPlain(text) { marked = true }
        return true
      } catch {
        return false
      }
    }
    isDuration = !isNumeric && fit { DurationText.micros($0, unit: 1) != nil }
    guard isNumeric else { return }
    (currencyMarks, hasMarks, hasDecimals) = (marks, marked, decimals)
    (openMarks, hasCertainMarks) = (open, certain)
  }

  /// Whether it is written like `-1234.56`, and not like `1.234`, which may mean a thousand.
  private static func isPlain(_ text: String) -> Bool {
    do throws(NumberError) {
      _ = try NumberFormat.plain.decimal(text.utf8Span.span)
      if case .open = try AmountText(text).decimalMark { return false }
      return true
    } catch {
      return false
    }
  }

  /// How its times of day are written.
  var timeOfDayFormat: String {
    let hasSeconds = values.first.map { $0.split(separator: ":").count == 3 } ?? false
    let isShort = values.contains { $0.count < (hasSeconds ? 8 : 5) }
    return (isShort ? "H:mm" : "HH:mm") + (hasSeconds ? ":ss" : "")
  }

  /// How many different texts it has.
  var distinctCount: Int { Set(values).count }

  /// Whether its cells can be what a slot holds.
  func fits(_ slot: Slot) -> Bool {
    if values.isEmpty { return false }
    switch slot {
    case .field(.startsAt), .field(.endsAt), .field(.at), .field(.observedAt),
      .part(.cancelledAt), .part(.refundedAt), .part(.paidAt):
      return !timeFormats.isEmpty
    case .part(.start), .part(.end): return isTimeOfDay
    case .part(.zone): return !isNumeric && timeFormats.isEmpty
    case .field(.duration): return isNumeric || isDuration
    case .field(.line): return isNumeric && !hasDecimals && currencyMarks.isEmpty
    case .field(.quantity), .field(.amount), .field(.unitPrice), .metric, .part(.refunded),
      .part(.returned), .part(.discount):
      return isNumeric
    case .total(let measure): return isNumeric || measure.unit == .seconds && isDuration
    case .field(.title), .field(.creators), .field(.brands), .field(.market), .field(.platform),
      .field(.currency):
      return !isNumeric && timeFormats.isEmpty && !isTimeOfDay
    // A word that is no channel would reject its row.
    case .field(.channel): return values.allSatisfy { (try? Channel(name: $0)) != nil }
    case .field(.creator): return !isNumeric && timeFormats.isEmpty && !isTimeOfDay
    case .field(.kind): return distinctCount <= 12 && !isNumeric
    case .field(.order), .field(.event): return timeFormats.isEmpty || isNumeric
    default: return true
    }
  }
}

/// What the words in cells may mean.
struct CellWords {
  let vocabulary: Vocabulary
  let reference: Reference

  /// Whether something next to a number may be a currency.
  func isCurrency(_ mark: String) -> Bool {
    if CurrencyMarks.isKnown(mark) { return true }
    do throws(LedgerError) { return try reference.currency(mark).code == mark } catch {
      return false
    }
  }
}
