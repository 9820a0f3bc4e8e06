import LedgerCore

/// A compiled file of the time zone database.
@Sendable func checkZone(_ bytes: [UInt8]) throws(Finding) {
  let zone: TimeZone
  do throws(TimeZoneError) { zone = try TimeZone(name: "Zone", tzif: bytes) } catch {
    try expect(!error.description.isEmpty, "an error says something")
    return
  }
  let number = mixed(bytes)
  let span = UInt64(Instant.latest.milliseconds - Instant.earliest.milliseconds + 1)
  var instants = [Instant.earliest, .latest]
  for index in 0..<12 as Range<UInt64> {
    // Half of them where the clocks of most zones were changed.
    let width = index % 2 == 0 ? span : 6_000_000_000_000
    let start = index % 2 == 0 ? Instant.earliest.milliseconds : -3_000_000_000_000
    let place = (number &* (2 * index + 1)) % width
    if let instant = Instant(milliseconds: start + Int64(place)) { instants.append(instant) }
  }
  for instant in instants { try check(zone, instant) }
}

private func check(_ zone: TimeZone, _ instant: Instant) throws(Finding) {
  let offset = zone.offset(at: instant)
  try expect(abs(offset) <= 26 * 3600, "no clock differs from UTC by more than 26 hours")
  let civil = zone.civil(instant)
  switch reading({ () throws(TimeError) in try zone.instant(of: civil) }) {
  case .success(let again):
    try expect(again == instant, "what a clock shows once leads back to its instant")
  case .failure(.repeated): break
  case .failure(let error):
    throw Finding(description: "what a clock shows, it shows: \(error)")
  }
  try expect(zone.start(of: civil.day) <= instant, "a day starts before all that is in it")
}
