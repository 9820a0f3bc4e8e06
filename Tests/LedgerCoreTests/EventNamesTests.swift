import LedgerCore
import Testing

@Suite struct EventNamesTests {
  @Test func `a name that no show has is refused with those that are near, whatever their case`()
    throws
  {
    let names = EventNames(
      keys: ["on-trend"], platforms: ["tiktok"], brands: ["Nutri Bullet"], creators: ["Amy"])
    try names.check(
      events: ["on-trend"], platforms: ["TikTok"], brands: ["nutri bullet"], creators: ["AMY"])
    #expect(throws: LedgerError.unknownEvent("on-trand", near: ["on-trend"], count: 1)) {
      try names.check(events: ["on-trand"])
    }
    #expect(throws: LedgerError.unknownName(.platform, "TikTak", near: ["tiktok"])) {
      try names.check(platforms: ["TikTak"])
    }
    #expect(throws: LedgerError.unknownName(.brand, "Nutribullet", near: ["Nutri Bullet"])) {
      try names.check(brands: ["nutri bullet", "Nutribullet"])
    }
    #expect(throws: LedgerError.unknownName(.creator, "Zoe", near: [])) {
      try names.check(creators: ["Zoe"])
    }
  }
}
