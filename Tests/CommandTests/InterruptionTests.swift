import Foundation
import Testing

/// The program is killed at a call of the system, or the call fails: the book is as it was before,
/// or complete.
///
/// Only calls that change something are taken: being killed between two of them is the same. Every
/// fifteenth is, from one of the first five on; `scripts/interrupt` takes all.
@Suite(.enabled(if: Interruption.isPossible, "strace is missing, or may not trace"))
struct InterruptionTests {
  /// A command, and a question to the shell that prints 0 before it and 1 after it.
  struct Work: CustomTestStringConvertible, Sendable {
    let command: String
    let question: String
    var testDescription: String { command }
  }

  private static let works = [
    Work(
      command: """
        ledger add-event --market UK --platform tiktok --title New --starts 2021-12-08T17:00Z
        """,
      question: "ledger log | grep -c add-event"),
    Work(
      command: "ledger import audience counts.csv --metric concurrent",
      question: "ledger log | grep -c 'import audience'"),
    Work(command: "ledger void 1 --reason twice", question: "ledger log | grep -c ' void '"),
    Work(
      command: "ledger backup copy.db",
      question: "if [ -e copy.db ]; then ledger log --db copy.db | grep -c events; else echo 0; fi"),
    // What is left of a book that was not made whole can be made whole.
    Work(
      command: "ledger init --db new.db",
      question: "ledger init --db new.db 2>&1 | grep -c exists; ledger log --db new.db"),
  ]

  private static let step = ProcessInfo.processInfo.environment["EVERY_CALL"] == nil ? 15 : 1

  @Test(arguments: works, ["signal=KILL", "error=ENOSPC", "error=EIO"])
  func `a book is as before or complete, and complete where the command says so`(
    work: Work, fault: String
  ) throws {
    let prepared = try Interruption.prepared()
    defer { try? FileManager.default.removeItem(at: prepared) }
    var call = Int.random(in: 1...min(5, Self.step))
    while true {
      let interruption = try Interruption(of: work.command, by: fault, at: call, in: prepared)
      defer { interruption.cleanUp() }
      let answer = try interruption.ask(work.question).split(separator: "\n").first ?? ""
      if interruption.status == 0 {
        #expect(answer == "1", "call \(call) of \(fault): \(interruption.said)")
      } else {
        #expect(answer == "0" || answer == "1", "call \(call) of \(fault): \(interruption.said)")
      }
      guard interruption.happened else {
        #expect(interruption.status == 0)
        break
      }
      if fault != "signal=KILL" { #expect(interruption.status < 128, "\(interruption.said)") }
      call += Self.step
    }
    #expect(call > Self.step)
  }
}
