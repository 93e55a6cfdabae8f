/** Currencies of ISO 4217 whose minor unit is not a hundredth. Intl's digits are those of CLDR, which rounds more. */
const digitsOtherThanTwo: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
}

/** Digits of the currency's minor unit: 2 for EUR, 0 for JPY, 3 for BHD. `undefined` for what is no currency. */
export function minorUnitDigits(currency: string): number | undefined {
  return /^[A-Z]{3}$/.test(currency) ? (digitsOtherThanTwo[currency] ?? 2) : undefined
}
