import LedgerCore
import LedgerImport
import SQLiteStorage
import Tabular

enum ImportErrorCase: String, ErrorCase {
  case unreadable, missingColumns, ambiguousColumns, missingField, changedColumns, unknownFile
  case otherRecords, ambiguousFile, inapplicable, profile, ledger, tooManyOrders, tooManyRejections

  init(_ value: ImportError) {
    self =
      switch value.reason {
      case .unreadable: .unreadable
      case .missingColumns: .missingColumns
      case .ambiguousColumns: .ambiguousColumns
      case .missingField: .missingField
      case .changedColumns: .changedColumns
      case .unknownFile: .unknownFile
      case .otherRecords: .otherRecords
      case .ambiguousFile: .ambiguousFile
      case .inapplicable: .inapplicable
      case .profile: .profile
      case .ledger: .ledger
      case .tooManyOrders: .tooManyOrders
      case .tooManyRejections: .tooManyRejections
      }
  }
}

enum RejectionCase: String, ErrorCase {
  case malformed, rule, lacking, noScope, tooManyOrders, ledger, number, ambiguousNumber
  case missingNumber, unknownNumber, noCurrency, otherCurrency, unknownMark, time, missingDay
  case noDay, noDuration, notObserved, noMarket, unknownKind, noKind, roundedKey, shortenedKey
  case noFlag, knownQuantity, continuedOrder, repeatedRow, ambiguousTime

  init(_ value: Rejection) {
    self =
      switch value.reason {
      case .malformed: .malformed
      case .rule: .rule
      case .lacking: .lacking
      case .noScope: .noScope
      case .tooManyOrders: .tooManyOrders
      case .ledger: .ledger
      case .number: .number
      case .ambiguousNumber: .ambiguousNumber
      case .ambiguousTime: .ambiguousTime
      case .missingNumber: .missingNumber
      case .unknownNumber: .unknownNumber
      case .noCurrency: .noCurrency
      case .otherCurrency: .otherCurrency
      case .unknownMark: .unknownMark
      case .time: .time
      case .missingDay: .missingDay
      case .noDay: .noDay
      case .noDuration: .noDuration
      case .notObserved: .notObserved
      case .noMarket: .noMarket
      case .unknownKind: .unknownKind
      case .noKind: .noKind
      case .roundedKey: .roundedKey
      case .shortenedKey: .shortenedKey
      case .noFlag: .noFlag
      case .knownQuantity: .knownQuantity
      case .continuedOrder: .continuedOrder
      case .repeatedRow: .repeatedRow
      }
  }
}

enum ImportRemarkCase: String, ErrorCase {
  case readAs, readAsChanged, withoutFigures, delimiter, sheet, sheetIgnored
  case hiddenSheet, member, memberNotRead, fileLeftOut, encoding, explained

  init(_ value: ImportRemark) {
    self =
      switch value {
      case .readAs: .readAs
      case .readAsChanged: .readAsChanged
      case .withoutFigures: .withoutFigures
      case .delimiter: .delimiter
      case .sheet: .sheet
      case .sheetIgnored: .sheetIgnored
      case .hiddenSheet: .hiddenSheet
      case .member: .member
      case .memberNotRead: .memberNotRead
      case .fileLeftOut: .fileLeftOut
      case .encoding: .encoding
      case .explained: .explained
      }
  }
}

enum ProfileErrorCase: String, ErrorCase {
  case line, key, field, whole

  init(_ value: ProfileError) {
    self =
      switch value.place {
      case .line: .line
      case .key: .key
      case .field: .field
      case .whole: .whole
      }
  }
}

enum TabularErrorCase: String, ErrorCase {
  case missing, denied, failed, delimiter, header, content

  init(_ value: TabularError) {
    self =
      switch value.kind {
      case .missing: .missing
      case .denied: .denied
      case .failed: .failed
      case .delimiter: .delimiter
      case .header: .header
      case .content: .content
      }
  }
}

enum QuestionFaultCase: String, ErrorCase {
  case statement, onlyReads, forbidden, tooLong, holdsNUL, valueMissing, unnamedParameter
  case unknownParameter, failed, stopped, tooLate, tooMuchMemory

  init(_ value: QueryFault) {
    self =
      switch value.reason {
      case .statement: .statement
      case .onlyReads: .onlyReads
      case .forbidden: .forbidden
      case .tooLong: .tooLong
      case .holdsNUL: .holdsNUL
      case .valueMissing: .valueMissing
      case .unnamedParameter: .unnamedParameter
      case .unknownParameter: .unknownParameter
      case .failed: .failed
      case .stopped: .stopped
      case .tooLate: .tooLate
      case .tooMuchMemory: .tooMuchMemory
      }
  }
}
