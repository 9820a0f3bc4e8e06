import LedgerCore
import Tabular

/// A profile as it fits a file's header.
struct Mapping {
  let profile: Profile
  /// The names of the file's columns.
  let header: [String]
  let cells: [Field: Cell]
  let metrics: [(metric: Metric, cell: Cell)]
  /// The column that decides the kind.
  let kindCell: Cell?
  /// The columns of movements of a kind, where those are others than of sales.
  let kindCells: [Sale.Kind: KindCells]
  let rules: [(rule: RowRule, tests: [(cell: Cell?, test: RowRule.Test)])]
  let totals: [(rule: TotalRule, cell: Cell, mark: String?)]
  let movements: [MovementMapping]
  let discounts: [(cell: Cell, tests: [(cell: Cell?, test: RowRule.Test)])]
  /// The parts of an event's key that are columns, by their names.
  let keyCells: [String: Cell]
  let carried: CarriedCells?
  /// The columns that are named by a currency, where those hold its rates.
  let currencyCells: [Cell]
  let unusedColumns: [String]
  /// What the whole file says of how it is written.
  var evidence = FileEvidence()

  /// Finds the profile's columns in a header.
  ///
  /// - Throws: `ambiguousColumns`, `missingColumns`, and `missingField` where one has neither
  ///   column nor constant.
  init(
    _ profile: Profile, header: [String], acceptsChangedColumns: Bool = false
  ) throws(ImportError.Reason) {
    self.profile = profile
    self.header = header
    if let (first, second) = profile.columnAliases.clash(in: header) {
      throw .ambiguousColumns(AmbiguousColumns(columns: [first, second], profile: profile.name))
    }
    var finder = ColumnFinder(
      profile: profile, header: header, acceptsChangedColumns: acceptsChangedColumns)
    carried = finder.carried()
    var cells: [Field: Cell] = profile.constants.mapValues { Cell(origin: .constant($0)) }
    for field in profile.records.fields {
      guard let name = profile.columns[field] else { continue }
      let isRequired = profile.records.requiredFields.contains(field)
      if let cell = finder.cell(name, isRequired: profile.isOwn || isRequired ? isRequired : nil) {
        cells[field] =
          field.isKeyOfSale && [.sales, .credits].contains(profile.records) ? cell.asKey : cell
      }
    }
    metrics = profile.metrics.compactMap { pair in
      finder.cell(pair.column).map { (pair.metric, $0) }
    }
    kindCell = profile.kind.flatMap { finder.cell($0.column, isRequired: true) }
    kindCells = finder.kindCells()
    rules = profile.rules.map { rule in
      let tests = rule.tests.map { test -> (cell: Cell?, test: RowRule.Test) in
        (finder.cell(test, cells), test)
      }
      return (rule, tests)
    }
    totals = profile.totals.compactMap { rule in
      finder.cell(rule.column).map { cell in
        (rule, cell, cell.column.flatMap { profile.columnAliases.mark(of: $0, named: rule.column) })
      }
    }
    movements = finder.movements(cells)
    discounts = finder.discounts(cells)
    var keyCells: [String: Cell] = [:]
    for case .column(let name) in profile.eventKey?.parts ?? [] {
      if let cell = finder.cell(name) { keyCells[name] = cell.asKey }
    }
    self.keyCells = keyCells
    finder.use(profile.personal)
    let isWide = profile.records == .rates && cells[.rate] == nil
    currencyCells = isWide ? finder.currencyCells() : []
    if isWide, finder.isOfCentralBank {
      for (field, text) in [(Field.base, "EUR"), (.source, "ECB")] where cells[field] == nil {
        cells[field] = Cell(origin: .constant(text))
      }
    }
    self.cells = cells
    unusedColumns = finder.unusedColumns
    if let missing = finder.missingColumns { throw .missingColumns(missing) }
    try checkComplete()
  }

  /// The column of a field, as the file names it; an amount may be that of a unit price.
  func columnName(_ field: Field) -> String? {
    switch field {
    case .amount: (cells[.amount] ?? cells[.unitPrice])?.column
    case .kind: (cells[.kind] ?? kindCell)?.column
    case .creators: (cells[.creators] ?? cells[.creator])?.column
    default: cells[field]?.column
    }
  }

  private func checkComplete() throws(ImportError.Reason) {
    var missing = profile.records.requiredFields.filter { cells[$0] == nil }
    if profile.eventKey != nil { missing.removeAll { $0 == .event } }
    if profile.countsPositions { missing.removeAll { $0 == .line } }
    if profile.hasCurrencyMarks { missing.removeAll { $0 == .currency } }
    if cells[.quantityUnknown] != nil { missing.removeAll { $0 == .quantity } }
    if cells[.unitPrice] != nil { missing.removeAll { $0 == .amount } }
    if !metrics.isEmpty { missing.removeAll { $0 == .metric || $0 == .count } }
    if profile.records == .rates {
      let fields: [Field] =
        currencyCells.isEmpty ? [.base, .currency, .rate, .source] : [.base, .source]
      missing += fields.filter { cells[$0] == nil }
    }
    if let field = missing.first {
      throw .missingField(MissingField([field], of: profile))
    }
    if [.sales, .targets].contains(profile.records), cells[.event] == nil, cells[.market] == nil,
      profile.eventKey == nil
    {
      throw .missingField(MissingField([.event, .market], of: profile))
    }
    for (rule, tests) in rules {
      for (cell, test) in tests where cell == nil {
        guard case .field(let field) = test.subject, field != .kind else { continue }
        throw .profile(
          ProfileError(
            profile: profile.name, place: .key(rule.rejection == nil ? "skip" : "reject"),
            reason: "tests \(field.rawValue), which has neither column nor constant"))
      }
    }
  }
}

/// A movement's columns.
struct MovementMapping {
  let rule: MovementRule
  let tests: [(cell: Cell?, test: RowRule.Test)]
  let at: [Cell]
  let amount: Cell?
  let quantity: Cell?
  let product: Cell?
}

/// The columns of movements of one kind, where those are others than of sales.
struct KindCells {
  let at: Cell?
  let quantity: Cell?
  let amount: Cell?
  let product: Cell?
}

/// Finds columns in a header, and remembers which were found and which were not.
private struct ColumnFinder {
  let profile: Profile
  let header: [String]
  let acceptsChangedColumns: Bool
  private var used: Set<Int> = []
  private var missing: [String] = []

  private var carriedCells: CarriedCells?

  init(profile: Profile, header: [String], acceptsChangedColumns: Bool) {
    self.profile = profile
    self.header = header
    self.acceptsChangedColumns = acceptsChangedColumns
  }

  /// The column of a name; `isRequired` where it is known whether it must be there.
  ///
  /// Where an export is known by its header, the columns of that must be there, unless changes are
  /// accepted; else all that a profile names.
  mutating func cell(_ name: String, isRequired: Bool? = nil) -> Cell? {
    if let joined = profile.joinedColumns[name] { return cell(joined, isRequired: isRequired) }
    if let index = profile.index(of: name, in: header) {
      used.insert(index)
      return Cell(
        origin: .column(index, name: header[index]), trims: profile.trims, carried: carriedCells)
    }
    let names = profile.columnAliases.names(of: name)
    let isKnown = profile.header.isEmpty || profile.header.contains(where: names.contains)
    let mustBe = isRequired ?? (isKnown && !acceptsChangedColumns)
    if mustBe, !missing.contains(name) { missing.append(name) }
    return nil
  }

  /// A cell that several columns make.
  private mutating func cell(_ columns: JoinedColumns, isRequired: Bool?) -> Cell? {
    let parts = columns.parts.compactMap { cell($0, isRequired: isRequired) }
    let zone = columns.zone.flatMap { cell($0, isRequired: isRequired) }
    guard parts.count == columns.parts.count else { return nil }
    let form: JoinedCell.Form =
      switch columns.form {
      case .time: .time
      case .text(let separator): .text(separator: Array(separator.utf8))
      }
    return Cell(
      origin: .joined(JoinedCell(name: columns.name, parts: parts, form: form, zone: zone)))
  }

  mutating func cell(_ test: RowRule.Test, _ cells: [Field: Cell]) -> Cell? {
    switch test.subject {
    case .field(let field): cells[field]
    case .column(let name): cell(name)
    }
  }

  mutating func kindCells() -> [Sale.Kind: KindCells] {
    var found: [Sale.Kind: KindCells] = [:]
    for (kind, names) in profile.kind?.columns ?? [:] {
      found[kind] = KindCells(
        at: cell(names.at), quantity: cell(names.quantity), amount: cell(names.amount),
        product: cell(names.product))
    }
    return found
  }

  mutating func movements(_ cells: [Field: Cell]) -> [MovementMapping] {
    var found: [MovementMapping] = []
    for rule in profile.movements {
      var tests: [(cell: Cell?, test: RowRule.Test)] = []
      for test in rule.tests { tests.append((cell(test, cells), test)) }
      found.append(
        MovementMapping(
          rule: rule, tests: tests, at: rule.at.compactMap { cell($0) },
          amount: cell(rule.amount), quantity: cell(rule.quantity), product: cell(rule.product)))
    }
    return found
  }

  /// The column of a name, if there is one.
  private mutating func cell(_ name: String?) -> Cell? {
    name.flatMap { cell($0, isRequired: nil) }
  }

  mutating func discounts(
    _ cells: [Field: Cell]
  ) -> [(cell: Cell, tests: [(cell: Cell?, test: RowRule.Test)])] {
    var found: [(cell: Cell, tests: [(cell: Cell?, test: RowRule.Test)])] = []
    for rule in profile.discounts {
      var tests: [(cell: Cell?, test: RowRule.Test)] = []
      for test in rule.tests { tests.append((cell(test, cells), test)) }
      if let cell = cell(rule.column) { found.append((cell, tests)) }
    }
    return found
  }

  mutating func carried() -> CarriedCells? {
    guard let (key, columns) = profile.carried, let order = profile.index(of: key, in: header)
    else { return nil }
    func places(_ names: [String]) -> [Int] {
      names.compactMap { profile.index(of: $0, in: header) }
    }
    let required = profile.records.requiredFields.compactMap { profile.columns[$0] }
      .flatMap(profile.parts(of:))
    carriedCells = CarriedCells(
      key: order, columns: places(columns), required: places(columns.filter(required.contains)))
    return carriedCells
  }

  /// Whether the file is as the European Central Bank publishes it: a day, and its rates of the
  /// euro, the dollar's first, with nothing behind the last comma.
  var isOfCentralBank: Bool { header.starts(with: ["Date", "USD", "JPY"]) && header.last == "" }

  /// The columns whose names are three capital letters; one without a name holds nothing.
  mutating func currencyCells() -> [Cell] {
    if header.last == "" { used.insert(header.count - 1) }
    return header.filter { $0.utf8.count == 3 && $0.utf8.allSatisfy { (0x41...0x5a).contains($0) } }
      .compactMap { cell($0) }
  }

  /// Columns that are known, and of which nothing is wanted.
  mutating func use(_ names: [String]) {
    for name in names {
      if let index = profile.index(of: name, in: header) { used.insert(index) }
    }
  }

  var missingColumns: MissingColumns? {
    missing.isEmpty
      ? nil
      : MissingColumns(
        missing: missing, found: header, profile: profile.isOwn ? nil : profile.name,
        otherNames: missing.map { Array(profile.columnAliases.names(of: $0).dropFirst()) })
  }

  var unusedColumns: [String] {
    header.indices.filter { !used.contains($0) }.map { index in
      header[index].isEmpty ? "(column \(index + 1), without a name)" : header[index]
    }
  }
}
