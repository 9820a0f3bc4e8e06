import LedgerCore
import LedgerImport
import Testing

/// Policies of readiness, as files state them.
@Suite struct PolicyTests {
  private func complaint(_ toml: String) -> String? {
    do {
      _ = try ReadinessPolicy(toml: toml, name: "p.toml", reference: reference)
      return nil
    } catch { return error.description }
  }

  /// A policy that is right but for what a test changes.
  private func policy(
    name: String = "name = \"p\"", version: String = "version = 1",
    currency: String = "currency = \"GBP\"", shows: String = "last_shows = 20",
    criteria: String = "[audience]\npass = 100"
  ) -> String {
    [name, version, currency, shows, criteria].joined(separator: "\n")
  }

  @Test func `the policy that ships judges by every measure`() throws {
    let standard = try ReadinessPolicy.standard(reference)
    #expect(standard.criteria.map(\.measure) == ReadinessCriterion.Measure.allCases)
    #expect(standard.currency.code == "GBP")
    #expect(standard.version == 1 && standard.lastShows == 20)
    #expect(complaint(ReadinessPolicy.standardText) == nil)
  }

  @Test func `a policy of one criterion is enough`() throws {
    let read = try ReadinessPolicy(
      toml: policy(criteria: "[refund_rate]\npass = 0.1\nstop = 0.3\nreason = \"because\""),
      name: "p.toml", reference: reference)
    #expect(read.criteria.map(\.measure) == [.refundRate])
    #expect(read.criteria[0].pass == 0.1)
    #expect(read.criteria[0].stop == 0.3)
    #expect(read.criteria[0].reason == "because")
  }

  @Test func `what is wrong in a policy is named with its key`() {
    for (toml, key) in [
      ("", "currency"), ("name = ", ""), (policy(name: ""), "name"),
      (policy(name: "name = 1"), "name"), (policy(version: ""), "version"),
      (policy(version: "version = \"1\""), "version"), (policy(version: "version = 0"), "version"),
      (policy(version: "version = 1.5"), "version"),
      (policy(version: "version = 1e300"), "version"),
      (policy(version: "version = nan"), "version"), (policy(version: "version = -inf"), "version"),
      (policy(currency: "currency = \"XXY\""), "currency"),
      (policy(shows: "last_shows = 0"), "last_shows"),
      (policy(shows: "last_shows = 1e300"), "last_shows"),
      (policy(shows: "last_shows = 2.5"), "last_shows"),
      (policy(criteria: ""), "criterion"), (policy(criteria: "[audiense]\npass = 1"), "audiense"),
      (policy(criteria: "audience = 1"), "audience"),
      (policy(criteria: "[audience]"), "audience.pass"),
      (policy(criteria: "[audience]\npass = \"1\""), "audience.pass"),
      (policy(criteria: "[audience]\npass = nan"), "audience.pass"),
      (policy(criteria: "[audience]\npass = 1\nstop = 2"), "audience.stop"),
      (policy(criteria: "[refund_rate]\npass = 0.2\nstop = 0.1"), "refund_rate.stop"),
      (policy(criteria: "[audience]\npass = 1\nwhy = \"x\""), "audience.why"),
      (policy(criteria: "[audience]\npass = 1\nreason = 2"), "audience.reason"),
    ] {
      let said = complaint(toml)
      #expect(said?.contains("p.toml") == true, "\(toml): \(said ?? "taken")")
      #expect(said?.contains(key) == true, "\(toml): \(said ?? "taken")")
    }
  }
}
