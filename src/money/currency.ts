/**
 * ISO 4217 alphabetic codes by the decimals of their minor unit.
 *
 * Source: ISO 4217 "List one: current currency and funds" as SIX, the maintenance agency, keeps it, with its amendments
 * up to number 180 (22 September 2025: BGN gone from 1 January 2026). Never `Intl`: CLDR counts fewer decimals than ISO
 * for COP, HUF, IDR, IQD, PKR and others, following everyday use.
 *
 * Funds codes with a number in that column are in (CLF, UYW, …); codes whose minor unit is "N.A." are out, because
 * nothing can be rounded to it: metals (XAG XAU XPD XPT), bond units (XBA XBB XBC XBD), XDR, XSU, XUA, XTS, XXX.
 */
const codesByDigits: readonly (readonly [digits: number, codes: string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [
    2,
    `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY
     COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS
     INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR
     MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP
     STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG`,
  ],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];

const digitsOf: ReadonlyMap<string, number> = new Map(
  codesByDigits.flatMap(([digits, codes]) => codes.split(/\s+/).map((code) => [code, digits] as const)),
);

const codes: readonly string[] = Object.freeze([...digitsOf.keys()].sort());

/**
 * The decimals of a currency's minor unit by ISO 4217: 2 for CNY, 0 for JPY, 3 for KWD, 4 for CLF.
 *
 * @param currency an alphabetic code in capitals
 * @throws RangeError for a code that ISO 4217 does not list, or lists without a minor unit (gold, `XXX`)
 */
export function minorUnits(currency: string): number {
  const digits = digitsOf.get(currency);
  if (digits === undefined) throw new RangeError(`not an ISO 4217 currency with a minor unit: ${currency}`);
  return digits;
}

/** Whether `minorUnits` knows the code; lower case and retired codes (BGN, HRK) are not known. */
export function isCurrency(code: string): boolean {
  return digitsOf.has(code);
}

/** Every code `minorUnits` knows, in alphabetical order. */
export function currencyCodes(): readonly string[] {
  return codes;
}

/** Signs that name one currency beside the others of this list: a bare `$` or a second `¥` would not. */
const symbols: ReadonlyMap<string, string> = new Map([
  ['AUD', 'A$'],
  ['BRL', 'R$'],
  ['CAD', 'C$'],
  ['CNY', '¥'],
  ['EUR', '€'],
  ['GBP', '£'],
  ['HKD', 'HK$'],
  ['INR', '₹'],
  ['JPY', 'JP¥'],
  ['KRW', '₩'],
  ['MOP', 'MOP$'],
  ['MYR', 'RM'],
  ['NZD', 'NZ$'],
  ['PHP', '₱'],
  ['RUB', '₽'],
  ['SGD', 'S$'],
  ['THB', '฿'],
  ['TWD', 'NT$'],
  ['USD', 'US$'],
  ['VND', '₫'],
]);

/** The sign a reader in China expects before an amount: `¥`, `US$`, `JP¥`; the code itself where none is usual. */
export function currencySymbol(currency: string): string {
  return symbols.get(currency) ?? currency;
}
