import LedgerCore

/// A byte of options, a line that is a format of times, and a time.
@Sendable func checkTime(_ bytes: [UInt8]) throws(Finding) {
  var input = FuzzInput(bytes)
  let options = input.byte()
  let zone = TimeZone(offset: (options & 0x3F - 32) * 1800)
  let pattern = String(decoding: input.line(), as: UTF8.self)
  let text = Array(input.rest)
  let format: TimeFormat
  do throws(TimeFormatError) { format = try TimeFormat(pattern) } catch {
    try expect(!error.description.isEmpty, "an error says something")
    return
  }
  try expect(format.description == pattern, "a format is described by its pattern")
  if options & 0x40 == 0 { try checkReading(text, format, zone) }
  try checkWritten(pattern, format, number: mixed(bytes))
}

private func checkReading(
  _ text: [UInt8], _ format: TimeFormat, _ zone: TimeZone?
) throws(Finding) {
  let instant: Instant
  do throws(TimeError) { instant = try format.instant(text.span, zone: zone) } catch {
    let isClean = error.description.unicodeScalars.allSatisfy { $0.value >= 0x20 }
    try expect(isClean, "no control character of a text gets into a message")
    return
  }
  try expect(
    read(instant.description, .iso8601, zone: nil) == instant, "an instant's text is read back")
  guard let zone else { return }
  let civil = zone.civil(instant)
  try expect(
    reading { () throws(TimeError) in try zone.instant(of: civil) } == .success(instant),
    "what a clock shows leads back to its instant: \(civil)")
}

/// A time that is written as the pattern says is read back.
private func checkWritten(_ pattern: String, _ format: TimeFormat, number: UInt64) throws(Finding) {
  guard let writer = PatternWriter(pattern),
    let instant = writer.instant(number), let text = writer.text(instant)
  else { return }
  try expect(
    read(text, format, zone: .utc) == instant, "\(instant), written \(text), is read back")
}

private func read(_ text: String, _ format: TimeFormat, zone: TimeZone?) -> Instant? {
  try? reading { () throws(TimeError) in try format.instant(text, zone: zone) }.get()
}

/// What comes of reading a time.
func reading(_ body: () throws(TimeError) -> Instant) -> Result<Instant, TimeError> {
  do throws(TimeError) { return .success(try body()) } catch { return .failure(error) }
}
