/** Country codes of ISO 3166 by the currency of ISO 4217 that is used there first. */
const COUNTRIES_BY_CURRENCY: Record<string, string> = {
  EUR: 'AD AT AX BE BG BL CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME MF MQ MT NL PM PT RE SI SK SM TF VA XK YT',
  USD: 'AS BQ EC FM GU IO MH MP PR PW SV TC TL UM US VG VI',
  GBP: 'GB GG GS IM JE',
  AUD: 'AU CC CX HM KI NF NR TV',
  NZD: 'CK NU NZ PN TK',
  XOF: 'BF BJ CI GW ML NE SN TG',
  XAF: 'CF CG CM GA GQ TD',
  XCD: 'AG AI DM GD KN LC MS VC',
  XPF: 'NC PF WF',
  XCG: 'CW SX',
  DKK: 'DK FO GL',
  NOK: 'BV NO SJ',
  CHF: 'CH LI',
  ILS: 'IL PS',
  MAD: 'EH MA',
  ...pairs(
    'AED AE AFN AF ALL AL AMD AM AOA AO ARS AR AWG AW AZN AZ BAM BA BBD BB BDT BD BHD BH BIF BI BMD BM BND BN BOB BO ' +
      'BRL BR BSD BS BTN BT BWP BW BYN BY BZD BZ CAD CA CDF CD CLP CL CNY CN COP CO CRC CR CUP CU CVE CV CZK CZ DJF DJ ' +
      'DOP DO DZD DZ EGP EG ERN ER ETB ET FJD FJ FKP FK GEL GE GHS GH GIP GI GMD GM GNF GN GTQ GT GYD GY HKD HK HNL HN ' +
      'HTG HT HUF HU IDR ID INR IN IQD IQ IRR IR ISK IS JMD JM JOD JO JPY JP KES KE KGS KG KHR KH KMF KM KPW KP KRW KR ' +
      'KWD KW KYD KY KZT KZ LAK LA LBP LB LKR LK LRD LR LSL LS LYD LY MDL MD MGA MG MKD MK MMK MM MNT MN MOP MO MRU MR ' +
      'MUR MU MVR MV MWK MW MXN MX MYR MY MZN MZ NAD NA NGN NG NIO NI NPR NP OMR OM PAB PA PEN PE PGK PG PHP PH PKR PK ' +
      'PLN PL PYG PY QAR QA RON RO RSD RS RUB RU RWF RW SAR SA SBD SB SCR SC SDG SD SEK SE SGD SG SHP SH SLE SL SOS SO ' +
      'SRD SR SSP SS STN ST SYP SY SZL SZ THB TH TJS TJ TMT TM TND TN TOP TO TRY TR TTD TT TWD TW TZS TZ UAH UA UGX UG ' +
      'UYU UY UZS UZ VES VE VND VN VUV VU WST WS YER YE ZAR ZA ZMW ZM ZWG ZW',
  ),
};

const currencies = new Map(
  Object.entries(COUNTRIES_BY_CURRENCY).flatMap(([currency, codes]) =>
    codes.split(' ').map((country) => [country, currency] as const),
  ),
);

/** Every country or territory that a workspace can be in: two letters of ISO 3166, Kosovo as XK. */
export const COUNTRIES: readonly string[] = [...currencies.keys()].sort();

/** Every currency that compensation can be counted in, by its code of ISO 4217. */
export const CURRENCIES: readonly string[] = Object.keys(COUNTRIES_BY_CURRENCY).sort();

/** The currency that people of a country pay in first; null for what is no country. */
export function currencyOf(country: string): string | null {
  return currencies.get(country) ?? null;
}

/** The name of a country in English, as a list shows it. */
export function countryName(country: string): string {
  return new Intl.DisplayNames('en', { type: 'region' }).of(country) ?? country;
}

function pairs(text: string): Record<string, string> {
  const words = text.split(' ');
  const entries = words.flatMap((currency, index) => {
    const country = words[index + 1];
    return index % 2 === 0 && country ? [[currency, country] as const] : [];
  });
  return Object.fromEntries(entries);
}
