import Foundation
import Testing

/// Lines that are recorded as they come, through real pipes.
@Suite(.serialized) struct FollowTests {
  private let header = "event,at,metric,count\n"

  private func row(_ minute: Int) -> String {
    "on-trend-2021-12-08,2021-12-08T17:\(10 + minute):00Z,concurrent,\(minute)\n"
  }

  private func following() throws -> RunningImport {
    try RunningImport("audience", "-", "--follow", "--ack")
  }

  @Test func `what was acknowledged is in the book, even if the program is killed`() throws {
    let run = try following()
    try run.write(header + row(1) + row(2))
    #expect(run.lines(2) == ["2 recorded 2", "3 recorded 2"])
    try run.write(row(3))
    #expect(run.lines(1) == ["4 recorded 3"])
    run.send(SIGKILL)
    #expect(run.end().status == SIGKILL)
    #expect(try run.sql("SELECT count FROM audience_counts ORDER BY at") == "1\n2\n3\n")
  }

  @Test func `a line that comes in two parts is recorded once it is whole`() throws {
    let run = try following()
    try run.write(header + row(1) + row(22).dropLast(2))
    // A pause comes in the middle of the second line.
    #expect(run.lines(1) == ["2 recorded 2"])
    try run.write("2\nnonsense\n" + row(1))
    #expect(run.lines(3).sorted() == ["3 recorded 3", "4 rejected", "5 already recorded"])
    try run.closeInput()
    #expect(run.end().status == 2)
    #expect(try run.sql("SELECT count FROM audience_counts ORDER BY at") == "1\n22\n")
  }

  @Test func `objects that come slowly are recorded as they come`() throws {
    let run = try following()
    func object(_ count: Int) -> String {
      #"{"event": "on-trend-2021-12-08", "at": "2021-12-08T17:0\#(count):00Z","#
        + #" "metric": "concurrent", "count": \#(count)}"#
    }
    try run.write(object(1) + "\n" + object(2).dropLast(5))
    #expect(run.lines(1) == ["1 recorded 2"])
    try run.write(String(object(2).suffix(5)) + "\n")
    #expect(run.lines(1) == ["2 recorded 3"])
    try run.closeInput()
    #expect(run.end().status == 0)
  }

  @Test func `lines that come compressed are recorded once their checksum has been seen`() throws {
    let run = try following()
    func gzip(_ text: String) throws -> [UInt8] {
      _ = try RunningImport.shell("printf '\(text)' | gzip -nc > part.gz", in: run.folder)
      return Array(try Data(contentsOf: run.folder.appending(path: "part.gz")))
    }
    try run.write(gzip(header + row(1)))
    #expect(run.lines(1) == ["2 recorded 2"])
    // A pause comes before the end of the checksum.
    let next = try gzip(row(2) + row(33))
    try run.write(Array(next.dropLast(5)))
    usleep(700_000)
    #expect(try run.sql("SELECT count FROM audience_counts ORDER BY at") == "1\n")
    try run.write(Array(next.suffix(5)))
    #expect(run.lines(2) == ["3 recorded 3", "4 recorded 3"])
    var damaged = try gzip(row(4))
    damaged[damaged.count - 8] ^= 1
    try run.write(damaged)
    try run.closeInput()
    let (status, said) = run.end()
    #expect(status == 1)
    #expect(said.contains("the gzip file is damaged"))
    #expect(try run.sql("SELECT count FROM audience_counts ORDER BY at") == "1\n2\n33\n")
  }

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)])
  func `a signal ends it with all whole lines recorded`(signal: Int32, status: Int32) throws {
    let run = try following()
    try run.write(header + row(1))
    #expect(run.lines(1) == ["2 recorded 2"])
    // Cut off where it would be another number.
    try run.write(row(2) + row(33).dropLast(2))
    #expect(run.lines(1) == ["3 recorded 3"])
    run.send(signal)
    let (ended, said) = run.end()
    #expect(ended == status)
    #expect(said.contains("recorded 2, already recorded 0, rejected 0 (entries 2–3)"))
    #expect(said.contains("ledger: stopped by "))
    #expect(try run.sql("SELECT count FROM audience_counts ORDER BY at") == "1\n2\n")
  }

  @Test func `a signal ends the wait for a header`() throws {
    let run = try following()
    // Nothing says when it waits; a first signal that comes too early would end it all the same.
    try run.write("event,at,me")
    usleep(300_000)
    run.send(SIGINT)
    #expect([130, SIGINT].contains(run.end().status))
  }

  @Test func `nohup keeps it going where the terminal ends`() throws {
    let run = try RunningImport("audience", "none", "--quiet")
    #expect(run.end().status == 1)
    let said = try RunningImport.shell(
      """
      mkfifo line; (trap '' HUP; exec ledger import audience line --follow) & p=$!
      exec 9> line; kill -HUP $p; printf '\(header)\(row(1))' >&9; exec 9>&-; wait $p; echo $?
      """, in: run.folder)
    #expect(said.contains("recorded 1, already recorded 0, rejected 0"))
    #expect(said.hasSuffix("\n0\n"))
  }

  @Test func `a signal ends the wait for a profile`() throws {
    let run = try RunningImport("audience", "none", "--quiet")
    #expect(run.end().status == 1)
    let said = try RunningImport.shell(
      """
      mkfifo p.toml; ledger import audience --profile ./p.toml x.csv & p=$!
      exec 9> p.toml; kill -TERM $p; wait $p; echo $?
      """, in: run.folder)
    #expect(said.contains("ledger: stopped by SIGTERM"))
  }

  @Test func `a second Ctrl-C ends what does not stop by itself`() throws {
    // Somebody else records, and this one waits for its turn.
    var lock: Int32 = -1
    defer { close(lock) }
    let run = try RunningImport("audience", "-", "--wait", "60") { folder in
      lock = unsafe open(
        folder.appending(path: "ledger.db-lock").path(), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      #expect(flock(lock, LOCK_EX) == 0)
    }
    try run.write(header + row(1))
    try run.closeInput()
    usleep(300_000)
    run.send(SIGINT)
    usleep(300_000)
    // Where the first was too early to be caught, it has done the same.
    run.send(SIGINT)
    #expect([130, SIGINT].contains(run.end().status))
  }

  @Test func `a file is followed through a FIFO`() throws {
    let run = try RunningImport("audience", "none", "--quiet")
    #expect(run.end().status == 1)
    let said = try RunningImport.shell(
      """
      mkfifo line; (printf '\(header)\(row(1))'; sleep 0.2; printf '\(row(2))') > line &
      ledger import audience line --follow
      """, in: run.folder)
    #expect(said.contains("recorded 2, already recorded 0, rejected 0"))
  }
}
