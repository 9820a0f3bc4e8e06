/// Names of months and words for the halves of the day in the languages of the markets.
///
/// The short names of the Unicode CLDR, and what exports write besides. No name is that of another
/// month in another language, so that a pattern need not say which language it is of.
enum WrittenNames {
  /// The month whose name begins at `start`, in any case; the longest name counts.
  static func month(_ bytes: Span<UInt8>, at start: Int) -> (number: Int, end: Int)? {
    find(months, bytes, at: start)
  }

  /// Whether it is the afternoon by the word that begins at `start`.
  static func isAfternoon(_ bytes: Span<UInt8>, at start: Int) -> (Bool, end: Int)? {
    find(markers, bytes, at: start).map { ($0.number == 2, $0.end) }
  }

  /// Names by their first scalar, each with its number, the longest first.
  typealias Index = [Unicode.Scalar: [(name: [Unicode.Scalar], number: Int)]]

  private static func find(
    _ index: Index, _ bytes: Span<UInt8>, at start: Int
  ) -> (number: Int, end: Int)? {
    var own: [UInt8] = []
    for place in start..<min(bytes.count, start + 60) { own.append(bytes[place]) }
    let scalars = Array(String(decoding: own, as: UTF8.self).unicodeScalars)
    let folded = scalars.map { scalar -> Unicode.Scalar in
      scalar == "\u{A0}" ? " " : scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    }
    guard let first = folded.first, let known = index[first] else { return nil }
    for (name, number) in known where folded.starts(with: name) {
      let length = scalars.prefix(name.count).reduce(0) { $0 + UTF8.width($1) }
      return (number, start + length)
    }
    return nil
  }

  static func index(_ lists: [[String]]) -> Index {
    var index: Index = [:]
    for names in lists {
      for (place, all) in names.enumerated() {
        for name in all.split(separator: "|") {
          let scalars = Array(name.unicodeScalars)
          guard let first = scalars.first else { continue }
          index[first, default: []].append((scalars, place + 1))
        }
      }
    }
    return index.mapValues { $0.sorted { $0.name.count > $1.name.count } }
  }

  private static let months = index(monthLists)
  private static let markers = index(markerLists)

  private static let markerLists: [[String]] = [
    ["am|a.m.|a. m.", "pm|p.m.|p. m."], ["上午", "下午"], ["午前", "午後"], ["오전", "오후"],
    ["sa", "ch"], ["vorm.", "nachm."], ["ก่อนเที่ยง", "หลังเที่ยง"],
  ]

  /// The twelve months of each language; where one has several names, with `|` between them.
  static let monthLists: [[String]] = [
    split(
      "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug "
        + "september|sept|sep october|oct november|nov december|dec"),
    split(
      "januar|jänner|jan|jän februar|feber|feb märz|mär|mrz april|apr mai juni|jun juli|jul "
        + "august|aug september|sept|sep oktober|okt november|nov dezember|dez"),
    split(
      "janvier|janv|jan février|fevrier|févr|fevr|fév mars avril|avr mai juin juillet|juil "
        + "août|aout septembre|sept octobre|oct novembre|nov décembre|decembre|déc"),
    split(
      "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago "
        + "septiembre|setiembre|sept|sep|set octubre|oct noviembre|nov diciembre|dic"),
    split(
      "janeiro|jan fevereiro|fev março|marco|mar abril|abr maio|mai junho|jun julho|jul "
        + "agosto|ago setembro|set outubro|out novembro|nov dezembro|dez"),
    split(
      "gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug "
        + "agosto|ago settembre|set|sett ottobre|ott novembre|nov dicembre|dic"),
    split(
      "januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug "
        + "september|sep oktober|okt november|nov december|dec"),
    split(
      "stycznia|styczeń|sty lutego|luty|lut marca|marzec|mar kwietnia|kwiecień|kwi maja|maj "
        + "czerwca|czerwiec|cze lipca|lipiec|lip sierpnia|sierpień|sie września|wrzesień|wrz "
        + "października|październik|paź listopada|listopad|lis grudnia|grudzień|gru"),
    split(
      "januari|jan februari|pebruari|feb|peb maret|mar april|apr mei juni|jun juli|jul "
        + "agustus|agu|agt|ags september|sep oktober|okt november|nopember|nov|nop desember|des"),
    // Malay.
    split(
      "januari|jan februari|feb mac april|apr mei jun julai|jul ogos|ogo september|sep "
        + "oktober|okt november|nov disember|dis"),
    split(
      "января|январь|янв февраля|февраль|февр|фев марта|март|мар апреля|апрель|апр мая|май "
        + "июня|июнь|июн июля|июль|июл августа|август|авг сентября|сентябрь|сент|сен "
        + "октября|октябрь|окт ноября|ноябрь|нояб|ноя декабря|декабрь|дек"),
    split(
      "มกราคม|ม.ค. กุมภาพันธ์|ก.พ. มีนาคม|มี.ค. เมษายน|เม.ย. พฤษภาคม|พ.ค. มิถุนายน|มิ.ย. "
        + "กรกฎาคม|ก.ค. สิงหาคม|ส.ค. กันยายน|ก.ย. ตุลาคม|ต.ค. พฤศจิกายน|พ.ย. ธันวาคม|ธ.ค."),
    split("一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月"),
    (1...12).map { "\($0)月|\($0)월" },
    (1...12).map { "tháng \($0)|thg \($0)|thg\($0)|th\($0)|tháng 0\($0)" },
    [
      "tháng một|tháng giêng", "tháng hai", "tháng ba", "tháng tư", "tháng năm", "tháng sáu",
      "tháng bảy", "tháng tám", "tháng chín", "tháng mười", "tháng mười một",
      "tháng mười hai|tháng chạp",
    ],
  ]

  private static func split(_ names: String) -> [String] {
    names.split(separator: " ").map(String.init)
  }
}
