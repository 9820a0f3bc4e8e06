/// A duration in milliseconds, in its two largest units: `7 d 17 h`, `2 h 5 min`.
package func duration(_ milliseconds: Int64) -> String {
  let seconds = milliseconds / 1000
  let parts = [
    (seconds / 86400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "min"),
    (seconds % 60, "s"),
  ].drop { $0.0 == 0 }.prefix(2).filter { $0.0 > 0 }
  return parts.isEmpty ? "0 s" : parts.map { "\($0.0) \($0.1)" }.joined(separator: " ")
}
