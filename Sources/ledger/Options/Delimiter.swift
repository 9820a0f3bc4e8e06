import ArgumentParser

/// What separates the fields of CSV, as the command line names it.
enum Delimiter: String, ExpressibleByArgument {
  case comma = ","
  case semicolon = ";"
  case tab
  case bar = "|"

  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    case .bar: UInt8(ascii: "|")
    }
  }
}
