import Testing

@testable import LedgerCore

struct WrittenNameTests {
  private func instant(_ text: String, _ pattern: String) throws -> String {
    try TimeFormat(pattern).instant(text, zone: .utc).description
  }

  @Test(arguments: [
    ("8. März 2026 09:05", "d. MMMM yyyy HH:mm", 3), ("08-Mrz-2026 09:05", "dd-MMM-yyyy HH:mm", 3),
    ("8 mars 2026 09:05", "d MMM yyyy HH:mm", 3), ("8 AOÛT 2026 09:05", "d MMMM yyyy HH:mm", 8),
    ("8 févr. 2026 09:05", "d MMM yyyy HH:mm", 2), ("8 juil. 2026 09:05", "d MMM. yyyy HH:mm", 7),
    ("8 de enero de 2026 09:05", "d 'de' MMMM 'de' yyyy HH:mm", 1),
    ("8 sept 2026 09:05", "d MMM yyyy HH:mm", 9), ("8 set. 2026 09:05", "d MMM yyyy HH:mm", 9),
    ("8 out 2026 09:05", "d MMM yyyy HH:mm", 10), ("8 marzo 2026 09:05", "d MMMM yyyy HH:mm", 3),
    ("8 mag 2026 09:05", "d MMM yyyy HH:mm", 5), ("8 mrt 2026 09:05", "d MMM yyyy HH:mm", 3),
    ("8 października 2026 09:05", "d MMMM yyyy HH:mm", 10),
    ("8 Agu 2026 09:05", "d MMM yyyy HH:mm", 8), ("8 Desember 2026 09:05", "d MMMM yyyy HH:mm", 12),
    ("8 tháng 12, 2026 09:05", "d MMMM, yyyy HH:mm", 12),
    ("8 Tháng Mười Một 2026 09:05", "d MMMM yyyy HH:mm", 11),
    ("8 thg 1 2026 09:05", "d MMM yyyy HH:mm", 1), ("8 ส.ค. 2026 09:05", "d MMM yyyy HH:mm", 8),
    ("8 สิงหาคม 2026 09:05", "d MMMM yyyy HH:mm", 8),
    ("2026年8月8日 09:05", "yyyy年M月d日 HH:mm", 8), ("2026年十二月8日 09:05", "yyyy年MMMMd日 HH:mm", 12),
    ("8 АВГУСТА 2026 09:05", "d MMMM yyyy HH:mm", 8),
    ("8 нояб. 2026 09:05", "d MMM yyyy HH:mm", 11),
    ("8 Ogos 2026 09:05", "d MMMM yyyy HH:mm", 8), ("Aug. 8, 2026 09:05", "MMM d, yyyy HH:mm", 8),
    ("8-Aug-2026 09:05", "d-MMM-yyyy HH:mm", 8),
  ])
  func `months are read in any language, full and short`(
    _ text: String, _ pattern: String, _ month: Int
  ) throws {
    let digits = month < 10 ? "0\(month)" : "\(month)"
    #expect(try instant(text, pattern) == "2026-\(digits)-08T09:05:00Z")
  }

  @Test(arguments: [
    ("2026-08-08 9:05 SA", "09"), ("2026-08-08 9:05 CH", "21"), ("2026-08-08 9:05 p. m.", "21"),
    ("2026-08-08 9:05 a.m.", "09"), ("2026-08-08 9:05 下午", "21"), ("2026-08-08 9:05 午前", "09"),
    ("2026-08-08 9:05 오후", "21"), ("2026-08-08 12:05 上午", "00"),
  ])
  func `the halves of the day are read in any language`(_ text: String, _ hour: String) throws {
    #expect(try instant(text, "yyyy-MM-dd h:mm a") == "2026-08-08T\(hour):05:00Z")
  }

  @Test func `a marker may stand before the hour`() throws {
    #expect(try instant("2026/8/8 下午9:05", "yyyy/M/d ah:mm") == "2026-08-08T21:05:00Z")
  }

  @Test func `no name is that of two months`() {
    var months: [String: Set<Int>] = [:]
    for names in WrittenNames.monthLists {
      #expect(names.count == 12)
      for (place, all) in names.enumerated() {
        for name in all.split(separator: "|") {
          #expect(name.lowercased() == name)
          months[String(name), default: []].insert(place + 1)
        }
      }
    }
    #expect(months.filter { $0.value.count > 1 }.isEmpty)
  }

  @Test(arguments: ["8 Marsch 2026 09:05", "8 Augu 2026 09:05", "8 foo 2026 09:05"])
  func `other words are no month`(_ text: String) {
    #expect(throws: TimeError.self) { try instant(text, "d MMM yyyy HH:mm") }
  }
}
