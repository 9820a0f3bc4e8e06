import Foundation
import Testing

/// `ledger sql` on a terminal.
@Suite struct PromptTests {
  private static let control = (c: "\u{3}", d: "\u{4}", up: "\u{1B}[A")
  private static let endless =
    "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c;"

  private func folder() throws -> URL {
    let folder = try Shell.newFolder()
    let events = Project.root.appending(path: "examples/on-trend/events.csv").path()
    let made = try Shell.run("ledger init && ledger import events \(events)", in: folder)
    try #require(made.status == 0, "\(made.output)")
    return folder
  }

  private func session(_ options: String = "", in folder: URL) throws -> TerminalSession {
    let session = try TerminalSession("ledger sql \(options)", in: folder)
    try session.read(until: "ledger> ")
    return session
  }

  private func leave(_ session: TerminalSession) throws {
    try session.type(Self.control.d)
    let end = try session.end()
    #expect(end.status == 0, "\(end.rest)")
  }

  @Test func `a statement of several lines is asked at its semicolon`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let session = try session("--format csv", in: folder)
    try session.type("SELECT count(*) AS shows, ';' AS sign -- not yet;\n")
    try session.read(until: "...> ")
    #expect(try session.ask("FROM event;").contains("\nshows,sign\n2,;\n"))
    let two = try session.ask("SELECT 'é€' AS a; SELECT 2 AS b;")
    #expect(two.contains("\na\né€\nb\n2\n"))
    #expect(try !session.ask(";").contains("ledger:"))
    try leave(session)
  }

  @Test func `what is wrong is said, nothing is written, and the next statement is asked`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let session = try session(in: folder)
    #expect(try session.ask("SELECT titel FROM event;").contains("did you mean event.title"))
    #expect(try session.ask("DELETE FROM event;").contains("only reads"))
    #expect(try session.ask(".tabels").contains("did you mean .tables?"))
    #expect(try session.ask(".mode cvs").contains("there is no format"))
    #expect(try session.ask("SELECT count(*) FROM event;").contains("\n       2\n"))
    try session.type(".quit\n")
    #expect(try session.end().status == 0)
  }

  @Test func `Ctrl-C drops what is typed, and what is asked even within one function`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let session = try session(in: folder)
    try session.type("SELECT 1,\n")
    try session.read(until: "...> ")
    try session.type("2" + Self.control.c)
    try session.read(until: "ledger> ")
    let slow = "SELECT instr(zeroblob(9999999), CAST(zeroblob(4999999) AS BLOB) || x'01');"
    for statement in [Self.endless, slow] {
      // While the first statement is answered, the terminal takes the key for a signal.
      try session.type("SELECT 'asked' || 1 AS a; \(statement)\n")
      try session.read(until: "asked1")
      try session.type(Self.control.c)
      try session.read(until: "the query was cancelled")
      try session.read(until: "ledger> ")
    }
    #expect(try session.ask("SELECT 'still' || 'here' AS a;").contains("stillhere"))
    try leave(session)
  }

  @Test func `a question that takes too long ends, and the prompt does not`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let session = try session("--timeout 200ms", in: folder)
    #expect(try session.ask(Self.endless).contains("took longer than 200ms"))
    #expect(try session.ask("SELECT 'still' || 'here' AS a;").contains("stillhere"))
    try leave(session)
  }

  @Test func `Tab completes tables, columns, keywords and commands`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let session = try session("--format csv", in: folder)
    #expect(try session.ask("selec\t count(*) as n from event_su\t;").contains("\nn\n2\n"))
    #expect(try session.ask("SELECT event.tit\t FROM event LIMI\t 1;").contains("\nOn Trend\n"))
    try session.ask(".mo\tjs\t")
    #expect(try session.ask("SELECT 1 AS a;").contains(#""a""#))
    // What is not certain is listed.
    try session.type("SELECT * FROM survey\t")
    try session.read(until: "survey_answer ")
    try session.read(until: "ledger> SELECT * FROM survey")
    try session.type(Self.control.c)
    try session.read(until: "ledger> ")
    try leave(session)
  }

  @Test func `what was asked comes back in the next session, and is nobody else's to read`() throws
  {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try session("--format csv", in: folder)
    try first.type("SELECT 'kept'\n")
    try first.read(until: "...> ")
    try first.ask("|| 7 AS a;")
    try leave(first)
    let second = try session("--format csv", in: folder)
    #expect(try second.ask(Self.control.up).contains("\na\nkept7\n"))
    try leave(second)
    let state = try Shell.run(
      "stat -c %a home/.local/state/ledger home/.local/state/ledger/*; ls -d ledger.db*; ls -a",
      in: folder
    ).output
    #expect(state.hasPrefix("700\n600\nledger.db\n"))
    #expect(!state.contains("history"))
    let moved = try TerminalSession(
      "ledger sql", in: folder,
      environment: ["XDG_STATE_HOME": folder.appending(path: "state").path()])
    try moved.read(until: "ledger> ")
    try moved.ask("SELECT 1;")
    try leave(moved)
    #expect(try Shell.run("stat -c %a state/ledger/*", in: folder).output == "600\n")
  }

  @Test func `commands show the schema, plans, parameters and saved questions`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let saved = try Shell.run(
      "ledger sql --save shows 'SELECT count(*) AS n FROM events WHERE market LIKE :market'",
      in: folder)
    #expect(saved.status == 0)
    let session = try session("--format csv --param market=UK", in: folder)
    #expect(try session.ask(".tables").contains("event_summary"))
    #expect(try session.ask(".schema event").contains("event, a table. A row is"))
    #expect(try session.ask(".queries").contains("shows"))
    #expect(try session.ask(".run shows market=UK").contains("\nn\n2\n"))
    #expect(try session.ask(".run shows market=DE").contains("\nn\n0\n"))
    #expect(try session.ask("SELECT :market AS m;").contains("\nm\nUK\n"))
    #expect(try session.ask("SELECT 8 AS eight;").contains("\neight\n8\n"))
    #expect(try session.ask(".param market=a b").contains("ledger> "))
    #expect(try session.ask("SELECT :market AS m;").contains("\nm\na b\n"))
    #expect(try session.ask(".param").contains("\nmarket=a b\n"))
    #expect(try session.ask("SELECT title FROM event;").contains("On Trend"))
    #expect(try session.ask(".explain").contains("SCAN event"))
    try session.ask(".explain on")
    #expect(try session.ask("SELECT title FROM event;").contains("SCAN event"))
    try session.ask(".explain off")
    try session.ask(".mode box")
    #expect(try session.ask("SELECT 1 AS a;").contains("│ a │"))
    #expect(try session.ask(".help").contains(".explain [on|off]"))
    try leave(session)
  }

  @Test func `a second book is there as well`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try Shell.run("ledger init --db other.db", in: folder)
    let session = try session("--attach other=other.db --format csv", in: folder)
    #expect(try session.ask("SELECT count(*) AS n FROM other.event_su\t;").contains("\nn\n0\n"))
    #expect(try session.ask("ATTACH 'ledger.db' AS more;").contains("only reads"))
    try leave(session)
  }

  @Test func `a book that is not there is no book to ask`() throws {
    let folder = try Shell.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let session = try TerminalSession("ledger sql", in: folder)
    let (status, rest) = try session.end()
    #expect(status == 1)
    #expect(rest.contains("ledger init") && !rest.contains("ledger> "))
  }
}
