// Made by scripts/make-zones.

/// The zones of the tz database: each clock's rule, offsets, changes and names.
enum ZoneData {
  static let release = "2025b"
  static let parts = [part1, part2, part3, part4, part5]
}
