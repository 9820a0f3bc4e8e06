/// A clock as `scripts/make-zones` writes it, and the zones that have it.
struct WrittenClock {
  let names: [String]
  /// The POSIX rule that holds after the last change.
  private let rule: [UInt8]
  /// Seconds ahead of UTC; a letter stands for each, and the first held in 1970.
  private let offsets: [Int]
  /// The letter of an offset, and after how many minutes it followed, in base 36.
  private let changes: [UInt8]

  init?(_ record: ArraySlice<UInt8>) {
    let fields = record.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
    guard fields.count == 4 else { return nil }
    func list(_ field: ArraySlice<UInt8>) -> [String] {
      field.split(separator: UInt8(ascii: ",")).map { String(decoding: $0, as: UTF8.self) }
    }
    (rule, changes) = (Array(fields[0]), Array(fields[2]))
    offsets = list(fields[1]).compactMap { Int($0) }
    names = list(fields[3])
  }

  /// All of its changes; `nil` if it is not written as it should be.
  var table: OffsetTable? {
    guard let (offset, rule) = ZoneRuleReader.read(rule), let first = offsets.first else {
      return nil
    }
    let listed = listed
    return OffsetTable(
      initial: listed.isEmpty && rule == nil ? offset : first, changes: listed, then: rule)
  }

  private var listed: [OffsetChange] {
    var listed: [OffsetChange] = []
    var (second, minutes, rest): (Int64, Int64, Int64?) = (0, 0, nil)
    var offset: Int?
    func end() {
      guard let offset else { return }
      second += minutes * 60 + (rest ?? 0)
      listed.append(OffsetChange(instant: second, offset: offset))
    }
    for byte in changes {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        end()
        (minutes, rest) = (0, nil)
        offset = offsets[Int(byte - UInt8(ascii: "A"))]
      case UInt8(ascii: "."): rest = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = Int64(byte - UInt8(ascii: "0"))
        if let known = rest { rest = known * 10 + digit } else { minutes = minutes * 36 + digit }
      default: minutes = minutes * 36 + Int64(byte - UInt8(ascii: "a")) + 10
      }
    }
    end()
    return listed
  }
}
