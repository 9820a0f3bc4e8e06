import Foundation
import LedgerCore
import LedgerImport
import LedgerKit
import LedgerRenderings
import Testing

/// Amounts beyond what one row may have, and sums beyond 64 bits.
@Suite struct LargeAmountTests {
  private static let header = "order,line,product,quantity,amount,currency,at,market\n"

  private final class Heard: ImportObserver {
    var rejections: [Rejection] = []
    func reject(_ rejection: Rejection) { rejections.append(rejection) }
  }

  private func load(_ rows: String..., into book: Book) throws -> (ImportSummary, [Rejection]) {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".csv")
    try Data((Self.header + rows.map { $0 + "\n" }.joined()).utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let heard = Heard()
    let summary = try book.importFile(file.path(), ImportRequest(.sales), observer: heard)
    return (summary, heard.rejections)
  }

  @Test func `an amount that is too large rejects its row and nothing else`() throws {
    let book = try Book.inMemory()
    let (summary, rejections) = try load(
      "1,1,p,1,10.00,GBP,2021-12-08T18:05:00Z,UK", "2,1,p,1,10.00,GBP,2021-12-08T18:05:00Z,UK",
      "3,1,p,1,9223372036854.775807,GBP,2021-12-08T18:05:00Z,UK", into: book)
    #expect(summary.recorded == 2)
    #expect(rejections.map(\.line) == [4])
    #expect(rejections.first?.description.contains("amount") == true)
    #expect(try book.ledger.verify(VerificationPlan()).isSound)
  }

  @Test(
    arguments: [
      ("1000000000000", 1), ("1000000000000.000001", 0), ("5000000000000", 0),
      ("1e13", 0), ("99999999999999999999", 0),
    ] as [(String, Int64)])
  func `one row has at most a million million of its currency`(
    amount: String, recorded: Int64
  ) throws {
    let book = try Book.inMemory()
    let (summary, rejections) = try load(
      "1,1,p,1,\(amount),IDR,2021-12-08T18:05:00Z,ID", into: book)
    #expect(summary.recorded == recorded)
    #expect(rejections.map(\.line) == (recorded == 1 ? [] : [2]))
  }

  @Test func `totals of a show, a product and a quarter of an hour pass 64 bits`() throws {
    let book = try Book.inMemory()
    let rows = (1...1000).map { number in
      "\(number),1,p,1,1000000000000,IDR,2021-12-08T18:05:00Z,ID"
    }
    let (summary, _) = try load(rows.joined(separator: "\n"), into: book)
    #expect(summary.recorded == 1000)
    var request = ReportRequest(market: "ID")
    request.grouping = .product
    let report = try book.report(request)
    let shown = report.rendered(as: .text)
    #expect(shown.contains("1,000,000,000,000,000.00"))
    let product = try #require(report.sections.first?.report.groups.first)
    let rupiah = Currency(code: "IDR", digits: 2)
    #expect(
      product.figures[.gmvGross].first?.value
        == .money(Money(micros: 1_000_000_000_000_000_000_000, currency: rupiah)))
    #expect(try book.ledger.verify(VerificationPlan()).isSound)
  }

  @Test func `a year of a market is added up beyond 64 bits`() throws {
    let book = try Book.inMemory()
    let rows = (10...28).flatMap { day in
      (1...9).map { number in
        "\(day)-\(number),1,p\(day),1,1000000000000,IDR,2021-12-\(day)T18:05:00Z,ID"
      }
    }
    let (summary, _) = try load(rows.joined(separator: "\n"), into: book)
    #expect(summary.recorded == 171)
    let report = try book.report(ReportRequest(market: "ID"))
    #expect(report.rendered(as: .text).contains("171,000,000,000,000.00"))
  }
}
