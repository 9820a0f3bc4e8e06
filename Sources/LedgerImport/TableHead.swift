/// How the rows of a table begin: what a file of its rejected rows needs.
public struct TableHead: Equatable, Sendable {
  /// The names of the columns.
  public let names: [String]
  /// What stands between the fields of a row.
  public let delimiter: UInt8

  /// Makes a head.
  public init(names: [String], delimiter: UInt8) {
    self.names = names
    self.delimiter = delimiter
  }
}
