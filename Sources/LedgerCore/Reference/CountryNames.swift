/// The names of countries besides those that a book gives them.
///
/// Each is behind the country's code in ISO 3166-1; `/` parts the names of one.
enum CountryNames {
  /// Names in ISO 3166-1, short and formal, as in Debian's iso-codes.
  static let ofISO = """
    AD Principality of Andorra; AF Islamic Republic of Afghanistan; AL Republic of Albania
    AM Republic of Armenia; AO Republic of Angola; AR Argentine Republic; AT Republic of Austria
    AZ Republic of Azerbaijan; BA Republic of Bosnia and Herzegovina
    BD People's Republic of Bangladesh; BE Kingdom of Belgium; BG Republic of Bulgaria
    BH Kingdom of Bahrain; BI Republic of Burundi; BJ Republic of Benin
    BO Bolivia, Plurinational State of/Plurinational State of Bolivia
    BR Federative Republic of Brazil; BS Commonwealth of the Bahamas; BT Kingdom of Bhutan
    BW Republic of Botswana; BY Republic of Belarus; CG Republic of the Congo
    CH Swiss Confederation; CI Republic of Côte d'Ivoire; CL Republic of Chile
    CM Republic of Cameroon; CN People's Republic of China; CO Republic of Colombia
    CR Republic of Costa Rica; CU Republic of Cuba; CV Republic of Cabo Verde; CY Republic of Cyprus
    CZ Czech Republic; DE Federal Republic of Germany; DJ Republic of Djibouti
    DK Kingdom of Denmark; DM Commonwealth of Dominica; DZ People's Democratic Republic of Algeria
    EC Republic of Ecuador; EE Republic of Estonia; EG Arab Republic of Egypt; ER State of Eritrea
    ES Kingdom of Spain; ET Federal Democratic Republic of Ethiopia; FI Republic of Finland
    FJ Republic of Fiji; FM Federated States of Micronesia; FR French Republic; GA Gabonese Republic
    GB United Kingdom of Great Britain and Northern Ireland; GH Republic of Ghana
    GM Republic of the Gambia; GN Republic of Guinea; GQ Republic of Equatorial Guinea
    GR Hellenic Republic; GT Republic of Guatemala; GW Republic of Guinea-Bissau
    GY Republic of Guyana; HK Hong Kong Special Administrative Region of China
    HN Republic of Honduras; HR Republic of Croatia; HT Republic of Haiti; ID Republic of Indonesia
    IL State of Israel; IN Republic of India; IQ Republic of Iraq
    IR Iran, Islamic Republic of/Islamic Republic of Iran; IS Republic of Iceland
    IT Italian Republic; JO Hashemite Kingdom of Jordan; KE Republic of Kenya; KG Kyrgyz Republic
    KH Kingdom of Cambodia; KI Republic of Kiribati; KM Union of the Comoros
    KP Korea, Democratic People's Republic of/Democratic People's Republic of Korea
    KR Korea, Republic of; KW State of Kuwait; KZ Republic of Kazakhstan
    LA Lao People's Democratic Republic; LB Lebanese Republic; LI Principality of Liechtenstein
    LK Democratic Socialist Republic of Sri Lanka; LR Republic of Liberia; LS Kingdom of Lesotho
    LT Republic of Lithuania; LU Grand Duchy of Luxembourg; LV Republic of Latvia
    MA Kingdom of Morocco; MC Principality of Monaco; MD Moldova, Republic of/Republic of Moldova
    MG Republic of Madagascar; MH Republic of the Marshall Islands; MK Republic of North Macedonia
    ML Republic of Mali; MM Republic of Myanmar; MO Macao Special Administrative Region of China
    MP Commonwealth of the Northern Mariana Islands; MR Islamic Republic of Mauritania
    MT Republic of Malta; MU Republic of Mauritius; MV Republic of Maldives; MW Republic of Malawi
    MX United Mexican States; MZ Republic of Mozambique; NA Republic of Namibia
    NE Republic of the Niger; NG Federal Republic of Nigeria; NI Republic of Nicaragua
    NL Kingdom of the Netherlands; NO Kingdom of Norway; NP Federal Democratic Republic of Nepal
    NR Republic of Nauru; OM Sultanate of Oman; PA Republic of Panama; PE Republic of Peru
    PG Independent State of Papua New Guinea; PH Republic of the Philippines
    PK Islamic Republic of Pakistan; PL Republic of Poland; PS State of Palestine
    PT Portuguese Republic; PW Republic of Palau; PY Republic of Paraguay; QA State of Qatar
    RS Republic of Serbia; RW Rwandese Republic; SA Kingdom of Saudi Arabia
    SC Republic of Seychelles; SD Republic of the Sudan; SE Kingdom of Sweden
    SG Republic of Singapore; SI Republic of Slovenia; SK Slovak Republic
    SL Republic of Sierra Leone; SM Republic of San Marino; SN Republic of Senegal
    SO Federal Republic of Somalia; SR Republic of Suriname; SS Republic of South Sudan
    ST Democratic Republic of Sao Tome and Principe; SV Republic of El Salvador
    SY Syrian Arab Republic; SZ Kingdom of Eswatini; TD Republic of Chad; TG Togolese Republic
    TH Kingdom of Thailand; TJ Republic of Tajikistan; TL Democratic Republic of Timor-Leste
    TN Republic of Tunisia; TO Kingdom of Tonga; TR Republic of Türkiye
    TT Republic of Trinidad and Tobago; TW Taiwan, Province of China
    TZ Tanzania, United Republic of/United Republic of Tanzania; UG Republic of Uganda
    US United States of America; UY Eastern Republic of Uruguay; UZ Republic of Uzbekistan
    VE Venezuela, Bolivarian Republic of/Bolivarian Republic of Venezuela; VG British Virgin Islands
    VI Virgin Islands of the United States; VN Viet Nam/Socialist Republic of Viet Nam
    VU Republic of Vanuatu; WS Independent State of Samoa; YE Republic of Yemen
    ZA Republic of South Africa; ZM Republic of Zambia; ZW Republic of Zimbabwe
    """

  /// Names in common use, also former ones, and those in the country's language that exports have.
  static let common = """
    AE UAE/Emirates; AG Antigua; AX Åland; BA Bosnia; BL St Barts/St Barths; BN Brunei
    BQ Caribbean Netherlands; BR Brasil; CC Cocos Islands/Keeling Islands
    CD DR Congo/DRC/Democratic Republic of the Congo/Congo-Kinshasa/Zaire; CG Congo-Brazzaville
    CI Ivory Coast; CN Mainland China/PRC; CV Cape Verde; DE Deutschland; ES España
    FK Falkland Islands/Falklands; FM Micronesia; GB Great Britain/Britain
    HK Hong Kong SAR/Hong Kong SAR China/Hong Kong, China
    IE Republic of Ireland/Ireland, Republic of/Eire; KN St Kitts; KP DPRK
    KR Korea/Republic of Korea; LA Lao PDR; MK Macedonia; MM Burma
    MO Macau/Macau SAR/Macao SAR/Macau SAR China/Macao SAR China/Macao, China; NL Holland
    PN Pitcairn Islands; PS Palestine/Palestinian Territories/Palestinian Territory, Occupied
    RU Russia; SH Saint Helena; ST São Tomé; SX Sint Maarten; SZ Swaziland; TC Turks and Caicos
    TF French Southern and Antarctic Lands; TL East Timor; TR Turkey; TT Trinidad
    TW Chinese Taipei/Taiwan, China; UM US Minor Outlying Islands/US Outlying Islands; US America
    VA Vatican/Vatican City/Holy See/Vatican City State; VC Saint Vincent; VG BVI
    VI US Virgin Islands/USVI/United States Virgin Islands; WS Western Samoa
    """
}
