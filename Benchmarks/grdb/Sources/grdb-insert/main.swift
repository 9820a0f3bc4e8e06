// Inserts the rows of a file, read into memory beforehand, with one prepared statement a row.
//
//   grdb-insert audience|sales FILE DATABASE ROWS_PER_TRANSACTION
import Foundation
import GRDB

let words = CommandLine.arguments
let isAudience = words[1] == "audience"
let table =
  isAudience
  ? "audience (event, at, count, PRIMARY KEY (event, at)) WITHOUT ROWID"
  : """
  sales ("order", line, product, quantity, amount, currency, at, event, kind,
    PRIMARY KEY ("order", line, kind)) WITHOUT ROWID
  """
let parameters = isAudience ? "?, ?, ?" : "?, ?, ?, ?, ?, ?, ?, ?, ?"
let perTransaction = Int(words[4]) ?? 50_000
let text = try String(contentsOfFile: words[2], encoding: .utf8)
let integers: Set<Int> = isAudience ? [2] : [1, 3]
var rows: [[any DatabaseValueConvertible]] = []
for line in text.utf8.split(separator: UInt8(ascii: "\n")).dropFirst() {
  var row: [any DatabaseValueConvertible] = []
  for field in line.split(separator: UInt8(ascii: ",")) {
    let word = String(decoding: field, as: UTF8.self)
    if integers.contains(row.count) { row.append(Int64(word) ?? 0) } else { row.append(word) }
  }
  rows.append(row)
}

let clock = ContinuousClock()
let time = try clock.measure {
  let pool = try DatabasePool(path: words[3])
  try pool.writeWithoutTransaction { database in
    try database.execute(sql: "PRAGMA synchronous = full; CREATE TABLE \(table)")
    let statement = try database.makeStatement(
      sql: "INSERT INTO \(isAudience ? "audience" : "sales") VALUES (\(parameters))")
    for start in stride(from: 0, to: rows.count, by: perTransaction) {
      try database.inTransaction {
        for row in rows[start..<min(start + perTransaction, rows.count)] {
          try statement.setArguments(StatementArguments(row))
          try statement.execute()
        }
        return .commit
      }
    }
  }
  try pool.close()
}
print("seconds=\(Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18)")
