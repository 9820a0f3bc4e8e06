import LedgerCore
import LedgerKit
import Testing

/// The codes and names by which each country is known.
@Suite struct MarketNamesTests {
  private let reference: Reference

  init() throws { reference = try Book.inMemory().ledger.reference() }

  @Test(
    arguments: [
      "UK": "UK,GB,GBR,826,u.k.,Great Britain,Britain, United  Kingdom",
      "US": "US,USA,840,u.s.,U.S.A.,United States of America,the United States,America",
      "TR": "TUR,792,Turkey,Türkiye,Turkiye,TÜRKIYE,Tu\u{308}rkiye,Republic of Türkiye",
      "CZ": "CZE,203,Czech Republic,Czechia,the Czech Republic",
      "KR": "KOR,410,Korea,South Korea,Republic of Korea,Korea; Republic of",
      "KP": "PRK,North Korea,Korea; Democratic People's Republic of",
      "VN": "VNM,704,Vietnam,Viet Nam", "RU": "RUS,643,Russia,Russian Federation",
      "MK": "MKD,Macedonia,North Macedonia", "SZ": "SWZ,Swaziland,Eswatini",
      "CI": "CIV,Ivory Coast,Côte d'Ivoire,Cote d'Ivoire,Côte d’Ivoire,COTE D'IVOIRE",
      "HK": "HKG,Hong Kong,Hong Kong SAR", "MO": "MAC,446,Macau,Macao,Macao SAR",
      "TW": "TWN,158,Taiwan,Taiwan; Province of China", "AE": "ARE,UAE,U.A.E.,784",
      "NL": "NLD,528,Holland,Netherlands,The Netherlands", "BR": "BRA,076,Brazil,Brasil",
      "DE": "DEU,276,Federal Republic of Germany,Deutschland", "ES": "ESP,España,Espana",
      "MM": "MMR,Burma,Myanmar", "CV": "CPV,Cape Verde,Cabo Verde", "LA": "LAO,Laos,Lao PDR",
      "BO": "BOL,Bolivia,Bolivia; Plurinational State of", "TZ": "TZA,United Republic of Tanzania",
      "SY": "SYR,Syria,Syrian Arab Republic", "MD": "MDA,Moldova; Republic of",
      "BN": "BRN,Brunei,Brunei Darussalam", "VA": "VAT,Vatican,Vatican City,Holy See",
      "PS": "PSE,Palestine", "CN": "CHN,156,China,Mainland China,PRC,People's Republic of China",
      "IE": "IRL,Ireland,Eire,Éire,Republic of Ireland", "SG": "SGP,702,Singapore ",
      "CD": "COD,DR Congo,DRC,Democratic Republic of the Congo", "CG": "COG,Congo",
      "BA": "BIH,Bosnia,Bosnia & Herzegovina", "LC": "LCA,St. Lucia,St Lucia,Saint Lucia",
      "TL": "TLS,East Timor,Timor-Leste", "IR": "IRN,Iran,Islamic Republic of Iran",
      "GM": "GMB,The Gambia", "PH": "PHL,608,the Philippines", "AF": "AFG,004",
      "VG": "VGB,British Virgin Islands,Virgin Islands; British", "CW": "CUW,Curacao",
      "RE": "REU,Reunion", "AX": "ALA,Aland Islands",
    ])
  func `a country has its codes of ISO 3166-1, its names there and its common English names`(
    code: String, names: String
  ) throws {
    for name in names.split(separator: ",") {
      // A comma stands between the names here.
      let name = String(name.replacing(";", with: ","))
      #expect(try reference.market(name).code.description == code, "\(name)")
    }
  }

  @Test(arguments: [
    "EU", "Europe", "SEA", "Scotland", "England", "Northern Ireland", "XK", "Kosovo", "", "826.0",
    "36", "Asia",
  ])
  func `what is no country of ISO 3166-1 is no market`(text: String) {
    #expect(throws: LedgerError.self) { try reference.market(text) }
  }

  @Test func `a mistyped name is near to a country`() {
    let error = #expect(throws: LedgerError.self) { try reference.market("Swazilnd") }
    #expect(error == .unknownMarket("Swazilnd", near: ["SZ"]))
  }
}
