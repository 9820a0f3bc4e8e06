import LedgerCore

/// Gives rows of the same order, line and kind lines of their own, in the order in which they come.
struct RepeatedLines {
  private var positions = OrderPositions.ofLines()

  /// The line of another row; `nil` where there is no more room.
  mutating func line(_ line: Int64, of order: Span<UInt8>, _ kind: Sale.Kind) -> Int64? {
    var key: [UInt8] = []
    key.reserveCapacity(order.count + 20)
    for index in order.indices { key.append(order[index]) }
    // As many digits as any line has, so that numbers stay numbers, which take half the room.
    var rest = line
    for _ in 0..<19 {
      key.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    }
    key.append(UInt8(ascii: "0") + UInt8(Sale.Kind.allCases.firstIndex(of: kind) ?? 0))
    return positions.next(key.span).map { Self.line(line, repeated: $0) }
  }

  /// The line of the row that is the n-th of its line: the same in every file, and far from the
  /// lines that files number.
  static func line(_ line: Int64, repeated number: Int64) -> Int64 {
    if number == 1 { return line }
    // SplitMix64, by Sebastiano Vigna: https://prng.di.unimi.it/splitmix64.c
    var word = UInt64(bitPattern: line) &+ UInt64(bitPattern: number) &* 0x9E37_79B9_7F4A_7C15
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int64((word ^ (word >> 31)) >> 1)
  }
}
