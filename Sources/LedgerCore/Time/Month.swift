/// The months of the year: their English names and their lengths.
enum Month: Int, CaseIterable, CustomStringConvertible {
  case january = 1
  case february, march, april, may, june, july, august, september, october, november, december

  var description: String {
    switch self {
    case .january: "January"
    case .february: "February"
    case .march: "March"
    case .april: "April"
    case .may: "May"
    case .june: "June"
    case .july: "July"
    case .august: "August"
    case .september: "September"
    case .october: "October"
    case .november: "November"
    case .december: "December"
    }
  }

  /// The number of days in the month in a year.
  func length(in year: Int) -> Int {
    switch self {
    case .february: CalendarDay.isLeap(year) ? 29 : 28
    case .april, .june, .september, .november: 30
    default: 31
    }
  }
}
