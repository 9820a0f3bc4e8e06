import LedgerCore
import SQLiteStorage

/// Records one count after the other in a book, each in an entry of its own, for some seconds.
///
///     commits BOOK SECONDS WRITER
///
/// Prints how many, and the longest time that one took.
@main enum Commits {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count == 4, let seconds = Double(words[2]), let writer = Int64(words[3]) else {
      print("usage: commits BOOK SECONDS WRITER")
      return
    }
    let ledger = try SQLiteLedger.open(words[1], for: .recording, waitingSeconds: 600)
    let clock = ContinuousClock()
    let start = clock.now
    let end = start + .seconds(seconds)
    var (count, longest) = (Int64(0), Duration.zero)
    var now = start
    while now < end {
      // A second apart, in a year of the writer's own.
      guard let at = Instant(milliseconds: (writer * 31_536_000 + count) * 1000) else { return }
      let fact = try AudienceCount(
        event: EventKey("show"), metric: .concurrent, at: at, count: count % 1000)
      let recording = try ledger.record(
        [fact], as: Entry.Draft(recordedAt: at, command: "commits"), onConflict: .refuse)
      guard recording.entry != nil else { return print("a count was not recorded") }
      count += 1
      let next = clock.now
      longest = max(longest, next - now)
      now = next
    }
    let (whole, fraction) = (now - start).components
    print(count, Double(whole) + Double(fraction) / 1e18, longest / .milliseconds(1))
  }
}
