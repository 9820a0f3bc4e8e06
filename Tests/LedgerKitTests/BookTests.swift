import Foundation
import LedgerCore
import LedgerImport
import LedgerKit
import LedgerRenderings
import Testing

/// The library as an outside program uses it: its tutorials, line by line.
@Suite struct BookTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path() }

  private static let sale = SaleWords(
    order: "1001", product: "BLENDER", quantity: 2, amount: "19.98", currency: "GBP",
    at: "2021-12-08T17:20:00Z")

  @Test func `a book is made, recorded in, reported on and checked`() throws {
    let book = try Book.make(at: path("uk.db"))
    var show = EventWords(
      market: "UK", platform: "tiktok", title: "On Trend", starts: "2021-12-08T17:00")
    show.zone = "Europe/London"
    let (event, _) = try book.record(show, as: book.draft("night-shift", citation: "call sheet"))
    #expect(event.key.description == "on-trend-2021-12-08")
    var words = Self.sale
    words.event = event.key.description
    let recording = try book.ledger.record([book.sale(words)], as: book.draft("night-shift"))
    #expect(recording.outcomes == [.recorded])
    let receipt = try #require(recording.receipt)
    #expect(receipt == (try book.ledger.entries(limit: 1).first?.receipt))

    var request = ReportRequest(market: "UK")
    request.days = DayRange(from: "2021-12-01", to: "2021-12-31")
    request.grouping = .month
    let report = try book.report(request, isIllustrated: true)
    #expect(report.rendered(as: .text).contains("19.98 GBP"))
    #expect(report.rendered(as: .json).contains("\"markets\""))
    #expect(report.rendered(as: .html).contains("<html"))
    #expect(try book.ledger.verify(VerificationPlan(receipts: [receipt])).isSound)
    try book.close()
  }

  @Test func `a page without illustrations has all figures, and no verdict`() throws {
    let book = try Book.inMemory()
    let market = ReportRequest(market: "UK")
    let verdict = "class=\"verdict"
    #expect(try book.report(market, isIllustrated: true).rendered(as: .html).contains(verdict))
    #expect(try !book.report(market).rendered(as: .html).contains(verdict))
  }

  @Test func `a past state is judged by the clock of its last entry`() throws {
    let early = Clock { Instant(milliseconds: 1_640_000_000_000) ?? .earliest }
    let late = Clock { Instant(milliseconds: 1_650_000_000_000) ?? .earliest }
    let first = try Book.make(at: path("uk.db"), clock: early)
    _ = try first.record(
      EventWords(
        market: "UK", platform: "tiktok", title: "A", starts: "2021-12-08T17:00:00Z"),
      as: first.draft("test"))
    let book = try Book.open(path("uk.db"), clock: late)
    var request = ReportRequest(market: "UK")
    #expect(try book.report(request).sections.first?.report.request.now == late.now())
    request.asOf = "1"
    #expect(try book.report(request).sections.first?.report.request.now == early.now())
  }

  @Test(arguments: ReportRequest.Contradiction.allCases)
  func `a request that contradicts itself is refused`(
    contradiction: ReportRequest.Contradiction
  ) throws {
    var request = ReportRequest(market: "UK")
    switch contradiction {
    case .linesInOneCurrency:
      request.currency = "GBP"
      request.grouping = .product
    case .sortWithoutGroups: request.sort = "gmv_net"
    case .refundDays: request.refundDays = 4000
    }
    #expect(request.contradiction == contradiction)
    #expect(throws: LedgerError.self) { try Book.inMemory().report(request) }
  }

  @Test func `every word that is wrong is named`() throws {
    let book = try Book.inMemory()
    func fault(_ change: (inout ReportRequest) -> Void) -> LedgerError? {
      var request = ReportRequest(market: "UK")
      change(&request)
      do { _ = try book.report(request) } catch { return error as? LedgerError }
      return nil
    }
    #expect(fault { $0.market = "XX" }?.subject?.field == "market")
    #expect(fault { $0.days.from = "yesterday" }?.subject?.field == "from")
    #expect(fault { $0.days.zone = "Mars/Olympus" }?.subject?.field == "time zone")
    #expect(fault { $0.asOf = "9" } == .unknownEntry(9, last: 0))
    #expect(fault { $0.comparison = "before" }?.subject?.field == "comparison")
    #expect(fault { $0.brands = ["NYX"] }?.code == .notFound)
    #expect(fault { $0.currency = "GPB" }?.subject?.field == "currency")
    #expect(
      fault {
        $0.sort = "gmw"; $0.grouping = .month
      }?.subject?.field == "metric")
    #expect(fault { _ in } == nil)
  }

  @Test func `a file is imported, and what is not recorded is told`() throws {
    final class Heard: ImportObserver {
      var rejections: [Rejection] = []
      var files: [String] = []
      func begin(_ file: String, size: Int?) { files.append(file) }
      func reject(_ rejection: Rejection) { rejections.append(rejection) }
    }
    let file = path("orders.csv")
    try Data(
      """
      order,line,product,quantity,amount,currency,at,market
      1,1,P,1,5.00,GBP,2021-12-08T17:00:00Z,UK
      2,1,P,1,five,GBP,2021-12-08T17:00:00Z,UK

      """.utf8
    ).write(to: URL(filePath: file))
    let book = try Book.make(at: path("uk.db"))
    let heard = Heard()
    let summary = try book.importFile(file, ImportRequest(.sales), observer: heard)
    #expect(summary.recorded == 1)
    #expect(summary.rejected == 1)
    #expect(summary.receipt == (try book.ledger.entries(limit: 1).first?.receipt))
    #expect(heard.files == [file])
    #expect(heard.rejections.map(\.line) == [3])
    #expect(throws: ImportError.self) { try book.importFile(path("none.csv"), ImportRequest()) }
  }

  @Test func `an export is made a book again, with the same receipts`() throws {
    let book = try Book.make(at: path("uk.db"))
    var words = Self.sale
    words.market = "UK"
    let receipt = try book.ledger.record([book.sale(words)], as: book.draft("test")).receipt
    #expect(try book.export(to: path("out")).lastEntry == 1)
    let again = try Book.make(at: path("again.db"))
    #expect(try again.fill(fromExport: path("out")) == 1)
    #expect(try again.ledger.entries(limit: 1).first?.receipt == receipt)
    #expect(try Book.inMemory().export(to: path("empty")).lastEntry == nil)
  }

  @Test func `the file of an open book is not read as something else, by any name`() throws {
    let path = path("uk.db")
    let book = try Book.make(at: path)
    let (link, hard) = (self.path("link.csv"), self.path("hard.csv"))
    let files = FileManager.default
    try files.createSymbolicLink(atPath: link, withDestinationPath: path)
    try files.linkItem(atPath: path, toPath: hard)
    for name in [path, link, hard] {
      let refusal = LedgerError.file(.isBook(path: name))
      #expect(throws: refusal) { try book.importFile(name, ImportRequest(.sales)) }
      #expect(throws: refusal) { try Book.statement(inFile: name) }
      var request = ReadinessRequest(market: "UK")
      request.policy = .file(name)
      #expect(throws: refusal) { try book.readiness(request) }
    }
  }

  @Test func `a number of items below 0 is none`() throws {
    let book = try Book.inMemory()
    _ = try book.record(
      EventWords(market: "UK", platform: "tiktok", title: "A", starts: "2021-12-08T17:00:00Z"),
      as: book.draft("test"))
    for limit in [-1, Int.min] {
      var request = ReportRequest(market: "UK")
      request.limit = limit
      request.grouping = .month
      let report = try book.report(request, isIllustrated: true)
      for format in ReportFormat.allCases { _ = report.rendered(as: format, width: limit) }
      #expect(report.sections.first?.report.lines.isEmpty == true)
      var creators = CreatorRequest(market: "UK")
      creators.limit = limit
      _ = try book.creators(creators)
      #expect(try book.events(limit: limit).isEmpty)
      #expect(try book.log(limit: limit).isEmpty)
      #expect(try book.ledger.entries(limit: limit).isEmpty)
      #expect(try book.sql().answer(Query("SELECT 1 AS n", limit: limit)).rows.isEmpty)
    }
  }

  @Test func `a book that was opened to read says so to who records`() throws {
    let path = path("uk.db")
    try Book.make(at: path).close()
    let book = try Book.open(path)
    var words = Self.sale
    words.market = "UK"
    let error = #expect(throws: LedgerError.self) {
      try book.ledger.record([book.sale(words)], as: book.draft("test"))
    }
    #expect(error?.description.contains("opened to read") == true)
  }

  @Test(arguments: ["a\0b", "a\nb", "\u{1b}[2J"])
  func `what an entry says has no control characters`(text: String) throws {
    let book = try Book.inMemory()
    #expect(throws: LedgerError.self) { try book.draft(text) }
    #expect(throws: LedgerError.self) { try book.draft("test", note: text) }
    var request = ImportRequest(.sales)
    request.note = text
    #expect(throws: LedgerError.self) { try book.importFile(path("none.csv"), request) }
    #expect(throws: LedgerError.self) { try Book.make(at: folder.path() + "/uk\0.db") }
    #expect(throws: LedgerError.self) { try book.backUp(inFolder: "", keeping: 1) }
    #expect(throws: LedgerError.self) { try book.backUp(inFolder: folder.path(), keeping: 0) }
  }

  @Test func `an actor keeps a book, and tasks read it beside`() async throws {
    let path = path("uk.db")
    try Book.make(at: path).close()
    let desk = try Desk(path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...8 {
        group.addTask {
          var sale = Self.sale
          sale.order = "\(number)"
          sale.market = "UK"
          _ = try await desk.record(sale)
          _ = try Book.open(path).report(ReportRequest(market: "UK"))
          let query = Query("SELECT count(*) AS n FROM sale", timeLimit: .seconds(10))
          #expect(try Book.open(path).sql().answer(query).columns == ["n"])
        }
      }
      try await group.waitForAll()
    }
    let report = try await desk.report(ReportRequest(market: "UK"))
    #expect(report.book.lastEntry?.number == 8)
  }

  @Test func `an import stops with its task`() async throws {
    let path = path("uk.db")
    try Book.make(at: path).close()
    let rows = (1...120_000).map { "\($0),1,P,1,5.00,GBP,2021-12-08T17:00:00Z,UK" }
    let file = self.path("orders.csv")
    try Data(
      ("order,line,product,quantity,amount,currency,at,market\n"
        + rows.joined(separator: "\n") + "\n").utf8
    ).write(to: URL(filePath: file))
    let task = Task.detached {
      try Book.open(path, for: .recording)
        .importFile(file, ImportRequest(.sales), observer: UntilCancelled())
    }
    task.cancel()
    let stopped = try await task.value
    #expect(stopped.recorded < 120_000)
    #expect(stopped.isStopped)
    let rest = try Book.open(path, for: .recording).importFile(file, ImportRequest(.sales))
    #expect(stopped.recorded + rest.recorded == 120_000)
    #expect(rest.alreadyRecorded == stopped.recorded)
  }
}

/// An actor that keeps a book for several tasks.
private actor Desk {
  private let book: Book

  init(_ path: String) throws { book = try Book.open(path, for: .recording) }

  func report(_ request: ReportRequest) throws -> Report { try book.report(request) }

  func record(_ sale: SaleWords) throws -> Receipt? {
    try book.ledger.record([book.sale(sale)], as: book.draft("desk")).receipt
  }
}

private struct UntilCancelled: ImportObserver {
  func afterChunk(_ progress: ImportProgress) -> ImportStep {
    Task.isCancelled ? .stop : .goOn
  }
}
