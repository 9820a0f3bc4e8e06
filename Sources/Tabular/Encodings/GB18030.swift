/// The characters of GB18030: those of two bytes by a table, the others computed.
enum GB18030 {
  /// The character of two bytes, of which the first is from 81 to FE.
  static func character(_ first: UInt8, _ second: UInt8) -> Unicode.Scalar? {
    guard (0x40...0xFE).contains(second), second != 0x7F else { return nil }
    let column = Int(second) - (second > 0x7F ? 0x41 : 0x40)
    let index = (Int(first) - 0x81) * 190 + column
    return twoBytes.indices.contains(index) ? twoBytes[index] : nil
  }

  /// The character of four bytes, each of which is within its bounds.
  static func character(
    _ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8
  ) -> Unicode.Scalar? {
    let number =
      ((Int(first) - 0x81) * 10 + Int(second) - 0x30) * 1260 + (Int(third) - 0x81) * 10
      + Int(fourth) - 0x30
    // From here on, they are in the order of Unicode.
    if number >= 189_000 { return Unicode.Scalar(UInt32(number - 189_000 + 0x10000)) }
    guard number < 39_420, let range = fourBytes.last(where: { $0.number <= number }) else {
      return nil
    }
    return Unicode.Scalar(UInt32(range.scalar + number - range.number))
  }

  private static let twoBytes: [Unicode.Scalar] = {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(23_940)
    var run: String?
    for scalar in GB18030Data.twoBytes.unicodeScalars {
      switch scalar {
      case "\n", " ": break
      case "<": run = ""
      case ">":
        let numbers = (run ?? "").split(separator: "+").compactMap { UInt32($0, radix: 16) }
        if numbers.count == 2 {
          scalars += (numbers[0]..<numbers[0] + numbers[1]).compactMap(Unicode.Scalar.init)
        }
        run = nil
      default:
        if run != nil { run?.unicodeScalars.append(scalar) } else { scalars.append(scalar) }
      }
    }
    return scalars
  }()

  private static let fourBytes: [(number: Int, scalar: Int)] =
    GB18030Data.fourBytes.split { $0 == " " || $0 == "\n" }.compactMap { range in
      let numbers = range.split(separator: ":").compactMap { Int($0, radix: 16) }
      return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
    }
}
