import LedgerCore
import LedgerRenderings

extension Hints {
  /// What the command line adds to reports: options that show more, commands that record.
  static let commandLine = Hints(
    listAll: { "--limit \($0)" },
    record: { measure in
      switch measure {
      case .audience: "`ledger add-audience`"
      case .creatorRetention: "`ledger import memberships`"
      case .targetAttainment: "`ledger add-target`"
      case .awareness, .adoption: "`ledger add-survey`"
      case .clickToOrder, .gmvPerHour, .gmvTrend, .refundRate: nil
      }
    },
    know: { market, shows, gap in
      let days = "--from \(shows.first) --to \(shows.last)"
      return switch gap {
      case .notCovered: "`ledger add-coverage --market \(market.code) \(days)`"
      case .sourceNotCovered(let source):
        "`ledger add-coverage --market \(market.code) --order-source \(source) \(days)`"
      case .creditedToNone: "`ledger set credit window:24h`"
      }
    })
}
