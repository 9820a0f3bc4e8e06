package import LedgerCore

/// The time of recording, always with milliseconds, so that a column of them lines up.
package func clockText(_ instant: Instant) -> String {
  let text = instant.description
  return instant.milliseconds.isMultiple(of: 1000) ? text.dropLast() + ".000Z" : text
}
