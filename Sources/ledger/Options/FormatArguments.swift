public import ArgumentParser
import LedgerCore
public import LedgerRenderings

// The forms of reports, lists and answers as options take them.
extension CreatorFormat: ExpressibleByArgument {}
extension EventFormat: ExpressibleByArgument {}
extension ExplainFormat: ExpressibleByArgument {}
extension ListingFormat: ExpressibleByArgument {}
extension ReadinessFormat: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
extension SchemaFormat: ExpressibleByArgument {}
extension VerificationFormat: ExpressibleByArgument {}
extension CreditState: ExpressibleByArgument {}
extension Alias.Kind: ExpressibleByArgument {}
