import type { Supplier, SupplierMode } from './types'

type Place = readonly [zone: string, currency: string, city: string, country: string, code: string]
type Spot = readonly [latitude: string, longitude: string]

const supplier = (
  id: string,
  name: string,
  mode: SupplierMode,
  [zone, currency, city, country, countryCode]: Place,
  [latitude, longitude]: Spot,
  taxRate: number,
): Supplier => ({
  id,
  name,
  adminId: `9${id}`,
  adminName: `${name} Administration`,
  mode,
  zone,
  currency,
  city,
  country,
  countryCode,
  latitude,
  longitude,
  taxId: `TAX_${countryCode}_${String(taxRate).replace('.', '_')}`,
  taxRate,
})

const AMSTERDAM: Place = ['Europe/Amsterdam', 'EUR', 'Amsterdam', 'The Netherlands', 'NL']
const LONDON: Place = ['Europe/London', 'GBP', 'London', 'United Kingdom', 'GB']
const NEW_YORK: Place = ['America/New_York', 'USD', 'New York', 'United States', 'US']
const TOKYO: Place = ['Asia/Tokyo', 'JPY', 'Tokyo', 'Japan', 'JP']

/** Invented suppliers in ten currencies and twelve time zones, one of them with a half-hour daylight offset. */
export const SUPPLIERS = {
  amstel: supplier('1401', 'Museum aan de Amstel', 'OWN', AMSTERDAM, ['52.3660', '4.9010'], 9),
  canals: supplier('1402', 'Grachtenrederij De Zwaan', 'ONLINE', AMSTERDAM, ['52.3785', '4.8939'], 9),
  seine: supplier(
    '1403',
    'Musée des Quais de Seine',
    'OWN',
    ['Europe/Paris', 'EUR', 'Paris', 'France', 'FR'],
    ['48.8566', '2.3522'],
    10,
  ),
  roma: supplier(
    '1404',
    'Passeggiate Romane',
    'OFFLINE',
    ['Europe/Rome', 'EUR', 'Roma', 'Italy', 'IT'],
    ['41.8902', '12.4922'],
    22,
  ),
  attica: supplier(
    '1405',
    'Περίπατοι Αττικής',
    'ONLINE',
    ['Europe/Athens', 'EUR', 'Athens', 'Greece', 'GR'],
    ['37.9715', '23.7257'],
    24,
  ),
  thames: supplier('1406', 'Thames & Medway Cruises', 'OWN', LONDON, ['51.5014', '-0.1198'], 20),
  westend: supplier('1407', 'West End Box Office', 'ONLINE', LONDON, ['51.5116', '-0.1280'], 20),
  nyhavn: supplier(
    '1408',
    'Nyhavn Bådture',
    'OWN',
    ['Europe/Copenhagen', 'DKK', 'København', 'Denmark', 'DK'],
    ['55.6799', '12.5912'],
    25,
  ),
  hudson: supplier('1409', 'Hudson Sightseeing', 'OWN', NEW_YORK, ['40.7033', '-74.0170'], 8.875),
  skyline: supplier('1410', 'Skyline Deck NYC', 'OFFLINE', NEW_YORK, ['40.7587', '-73.9787'], 8.875),
  skygarden: supplier('1411', '東京スカイガーデン', 'OWN', TOKYO, ['35.7101', '139.8107'], 10),
  teahouse: supplier(
    '1412',
    'Kyoto Tea House 京の茶',
    'OFFLINE',
    ['Asia/Tokyo', 'JPY', 'Kyoto', 'Japan', 'JP'],
    ['35.0037', '135.7788'],
    10,
  ),
  pearl: supplier(
    '1413',
    'Manama Pearl Museum',
    'OWN',
    ['Asia/Bahrain', 'BHD', 'Manama', 'Bahrain', 'BH'],
    ['26.2412', '50.5984'],
    10,
  ),
  kuwait: supplier(
    '1414',
    'Kuwait Dune Tours',
    'OFFLINE',
    ['Asia/Kuwait', 'KWD', 'Kuwait City', 'Kuwait', 'KW'],
    ['29.3759', '47.9774'],
    0,
  ),
  falcon: supplier(
    '1415',
    'Desert Falcon Safaris',
    'OWN',
    ['Asia/Dubai', 'AED', 'Dubai', 'United Arab Emirates', 'AE'],
    ['25.2048', '55.2708'],
    5,
  ),
  barossa: supplier(
    '1416',
    'Barossa Wine Trails',
    'OWN',
    ['Australia/Adelaide', 'AUD', 'Adelaide', 'Australia', 'AU'],
    ['-34.5330', '138.9500'],
    10,
  ),
  agra: supplier(
    '1417',
    'Agra Heritage Walks',
    'ONLINE',
    ['Asia/Kolkata', 'INR', 'Agra', 'India', 'IN'],
    ['27.1751', '78.0421'],
    18,
  ),
} as const
