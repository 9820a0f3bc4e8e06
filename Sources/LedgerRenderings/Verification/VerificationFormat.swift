package import LedgerCore
import Tabular

/// The output formats of a verification.
public enum VerificationFormat: String, CaseIterable, Sendable {
  case text, json

  package func render(_ verification: Verification) -> String {
    switch self {
    case .text: TextVerification(verification).text
    case .json: json(verification).text(pretty: true) + "\n"
    }
  }

  private func json(_ verification: Verification) -> JSON {
    .object([
      ("sound", .bool(verification.isSound)),
      ("first_entry", .optional(verification.entries?.lowerBound)),
      ("last_entry", .optional(verification.entries?.upperBound)),
      ("receipt", .optional(verification.receipt?.description)),
      (
        "checks",
        .array(
          Verification.Check.allCases.filter(verification.wasMade).map { check in
            .object([
              ("check", .string(check.rawValue)),
              ("checked", .integer(verification.checked[check] ?? 0)),
              ("flaws", .integer(verification.found[check] ?? 0)),
            ])
          })
      ),
      (
        "flaws",
        .array(
          verification.flaws.map { flaw in
            .object([
              ("check", .string(flaw.check.rawValue)),
              ("entry", .optional(flaw.entry)),
              ("table", .optional(flaw.table)),
              ("row", .optional(flaw.row)),
              ("reason", .string(flaw.reason)),
            ])
          })
      ),
      ("forgotten_texts", .integer(Int64(verification.forgottenTexts))),
      ("open_findings", .integer(verification.open.values.reduce(0, +))),
      ("accepted_findings", .integer(verification.accepted.values.reduce(0, +))),
      (
        "findings",
        .array(
          AuditRule.allCases.flatMap(verification.findings(of:)).map { finding in
            .object([
              ("rule", .string(finding.rule.rawValue)),
              ("subject", .string(finding.subject)),
              ("entry", .optional(finding.entry)),
              ("detail", .string(finding.detail)),
              ("accepted_by", .optional(finding.acceptedBy)),
            ])
          })
      ),
    ])
  }
}

extension Verification {
  fileprivate func findings(of rule: AuditRule) -> [AuditFinding] {
    findings.filter { $0.rule == rule }
  }

  fileprivate func wasMade(_ check: Check) -> Bool { checked[check] != nil || found[check] != nil }
}

/// A verification as text: one line per check, and below it what is wrong.
struct TextVerification {
  private let verification: Verification

  init(_ verification: Verification) { self.verification = verification }

  var text: String {
    var text = ""
    for check in Verification.Check.allCases where verification.wasMade(check) {
      let found = verification.found[check] ?? 0
      text += "\(mark(check, found))  \(words(check))\n"
      let flaws = verification.flaws.filter { $0.check == check }
      for flaw in flaws { text += "         \(printable(flaw.description))\n" }
      if found > flaws.count {
        text += "         and \(grouped(found - Int64(flaws.count))) more\n"
      }
    }
    for rule in AuditRule.allCases { text += lines(of: rule) }
    if verification.forgottenTexts > 0 {
      let number = Int64(verification.forgottenTexts)
      text +=
        "words    \(grouped(number)) \(number == 1 ? "text was" : "texts were") forgotten; "
        + "the facts are whole\n"
    }
    if let receipt = verification.receipt {
      text += "receipt  \(receipt)\n"
    }
    return text
  }

  private func mark(_ check: Verification.Check, _ flaws: Int64) -> String {
    if flaws > 0 { return "WRONG  " }
    return check == .audit && verification.hasOpenFindings ? "LOOK   " : "sound  "
  }

  /// The findings of a rule, including those that were accepted.
  private func lines(of rule: AuditRule) -> String {
    let findings = verification.findings(of: rule)
    var text = ""
    for finding in findings {
      let entry = finding.entry.map { " (entry \($0))" } ?? ""
      let accepted = finding.acceptedBy.map { "; accepted in entry \($0)" } ?? ""
      text +=
        "         \(rule.rawValue) \(printable(finding.subject))\(entry): "
        + "\(printable(finding.detail))\(accepted)\n"
    }
    let number = (verification.open[rule] ?? 0) + (verification.accepted[rule] ?? 0)
    if number > findings.count {
      text += "         \(rule.rawValue): and \(grouped(number - Int64(findings.count))) more\n"
    }
    return text
  }

  private func words(_ check: Verification.Check) -> String {
    let number = verification.checked[check] ?? 0
    func counted(_ word: String) -> String { "\(grouped(number)) \(word)\(number == 1 ? "" : "s")" }
    switch check {
    case .file: return "file: \(counted("page")), checked by SQLite"
    case .schema:
      return "schema: \(grouped(number)) tables, indexes, views, guards and built-in rows"
    case .references: return "references: \(counted("row"))"
    case .entries:
      return "entries: \(grouped(number)) \(number == 1 ? "entry" : "entries"), times and counts"
    case .digests:
      let entries = verification.entries.map { entries in
        entries.count == 1
          ? "entry \(entries.lowerBound)" : "entries \(entries.lowerBound) to \(entries.upperBound)"
      }
      return "digests: \(entries ?? "no entries"), \(counted("row"))"
    case .totals: return "totals: \(counted("stored total"))"
    case .receipts: return "receipts: \(counted("receipt"))"
    case .audit:
      let open = verification.open.values.reduce(0, +)
      let accepted = verification.accepted.values.reduce(0, +)
      return "audit: \(counted("rule")), \(grouped(open)) finding\(open == 1 ? "" : "s")"
        + (accepted == 0 ? "" : ", \(grouped(accepted)) accepted")
    }
  }
}
