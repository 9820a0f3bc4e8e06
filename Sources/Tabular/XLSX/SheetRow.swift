/// One row of a sheet: its cells as text, by column.
struct SheetRow {
  struct Place {
    var start: Int
    var end: Int
    var type: FieldType
    var isRounded: Bool
  }

  /// The columns that a sheet may have: A to XFD.
  static let columnLimit = 16_384
  /// The number of the last row that a sheet may have.
  static let numberLimit = 1 << 20
  static let lengthLimit = 8 << 20

  private(set) var number = 0
  /// The texts of the cells, one after the other.
  private(set) var bytes: [UInt8] = []
  /// By column, up to the last cell; a cell without text counts as missing.
  private(set) var places: [Place] = []
  /// The columns of cells that hold a formula without a result.
  private(set) var uncomputed: [Int] = []
  private(set) var fault: String?
  private(set) var isTooLong = false

  mutating func begin(number: Int) {
    self.number = number
    bytes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    uncomputed.removeAll(keepingCapacity: true)
    fault = nil
  }

  /// Whether there is nothing in it, not even something that is wrong.
  var isBlank: Bool { places.isEmpty && uncomputed.isEmpty && fault == nil }

  /// Notes that a cell's formula has no result.
  mutating func lackResult(_ column: Int) { uncomputed.append(column) }

  mutating func refuse(_ reason: String) {
    if fault == nil { fault = reason }
  }

  mutating func set(
    _ column: Int, _ text: some Collection<UInt8>, _ type: FieldType = .text,
    isRounded: Bool = false
  ) {
    if text.isEmpty { return }
    while places.count <= column {
      places.append(Place(start: 0, end: 0, type: .text, isRounded: false))
    }
    guard places[column].end == 0 else {
      return refuse("has the cell \(Self.name(column))\(number) twice")
    }
    let start = bytes.count
    isTooLong = isTooLong || start + text.count > Self.lengthLimit
    if isTooLong { return }
    bytes += text
    places[column] = Place(start: start, end: bytes.count, type: type, isRounded: isRounded)
  }

  /// The text of a cell; empty if the cell is missing.
  func text(_ column: Int) -> String {
    guard column < places.count else { return "" }
    return String(decoding: bytes[places[column].start..<places[column].end], as: UTF8.self)
  }

  /// The texts up to the last cell that has one.
  var texts: [String] { places.indices.map(text) }

  /// The letters of a column; 0 is A.
  static func name(_ column: Int) -> String {
    var name = ""
    var rest = column
    repeat {
      name = String(Unicode.Scalar(UInt8(65 + rest % 26))) + name
      rest = rest / 26 - 1
    } while rest >= 0
    return name
  }

  /// The column in a cell's reference, such as `AB12`.
  static func column(of reference: String) -> Int? {
    var column = 0
    var letters = 0
    for byte in reference.utf8 {
      guard (0x41...0x5A).contains(byte) else { break }
      column = column * 26 + Int(byte - 0x40)
      letters += 1
      if column > columnLimit { return nil }
    }
    return letters == 0 ? nil : column - 1
  }
}
