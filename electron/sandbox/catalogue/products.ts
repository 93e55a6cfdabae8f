import { decimalsOf } from '../money/minor-units'
import {
  adult,
  child,
  custom,
  family,
  group,
  infant,
  item,
  type KindMaker,
  person,
  senior,
  student,
  youth,
} from './kinds'
import { POLICIES } from './policies'
import { SUPPLIERS as S } from './suppliers'
import type { Admission, CatalogueProduct, FeeTemplate, Supplier } from './types'

type Options = Partial<
  Omit<CatalogueProduct, 'id' | 'title' | 'supplier' | 'admission' | 'durationMinutes' | 'starts' | 'kinds'>
>
type When = readonly [admission: Admission, minutes: number, starts?: string]

const product = (
  id: string,
  supplier: Supplier,
  title: string,
  [admission, durationMinutes, starts = '']: When,
  kinds: readonly KindMaker[],
  options: Options = {},
): CatalogueProduct => ({
  id,
  title,
  supplier,
  admission,
  durationMinutes,
  starts: starts === '' ? [] : starts.split(' '),
  kinds: kinds.map((make, position) => make(id, position)),
  cancellable: true,
  policies: POLICIES.freeUntilDayBefore(),
  fees: [],
  combi: [],
  bundle: [],
  addons: [],
  addonOnly: false,
  lateRelease: false,
  groupCode: false,
  pickup: false,
  refusesCancellation: false,
  weight: 4,
  ...options,
})

const service = (amount: number): FeeTemplate => ({ type: 'SERVICE', amount, included: true })
const serviceShare = (percentage: number): FeeTemplate => ({ type: 'SERVICE', percentage, included: true })
/** Commissions: for information, not part of the total. */
const shares = (distributor: number, reseller: number): FeeTemplate[] => [
  { type: 'DISTRIBUTOR', percentage: distributor, included: false },
  { type: 'RESELLER', percentage: reseller, included: false },
]
const fixed = (supplier: Supplier, amount: number) => POLICIES.fixed(amount, decimalsOf(supplier.currency))
const fixedAndShare = (supplier: Supplier, amount: number) =>
  POLICIES.fixedAndShare(amount, decimalsOf(supplier.currency))

const TIMES = '09:00 10:30 12:00 13:30 15:00 16:30'

/** Everything that can be sold. Prices are in minor units of the supplier's currency. */
export const PRODUCTS: readonly CatalogueProduct[] = [
  // Amsterdam
  product(
    '62501',
    S.amstel,
    'Museum aan de Amstel: Entrance',
    ['TIME_PERIOD', 90, TIMES],
    [adult(2250), child(1100), youth(1500), senior(1950), infant(0)],
    { weight: 14, fees: shares(12, 4), addons: ['62502', '62503'] },
  ),
  product('62502', S.amstel, 'Audio Guide', ['TIME_OPEN', 90], [person(500)], {
    addonOnly: true,
    weight: 0,
    policies: POLICIES.free(),
  }),
  product('62503', S.amstel, 'Museum Catalogue (hardcover)', ['TIME_OPEN', 0], [item(3495, 'Book')], {
    addonOnly: true,
    weight: 0,
    cancellable: false,
  }),
  product(
    '62504',
    S.amstel,
    'Night at the Museum',
    ['TIME_POINT', 180, '19:00'],
    [adult(4950), student(3750)],
    { policies: POLICIES.rising(), fees: [service(150), ...shares(10, 5)] },
  ),
  product(
    '62505',
    S.canals,
    'Canal Cruise, 75 minutes',
    ['TIME_SLOT', 75, '10:00 11:30 13:00 14:30 16:00 17:30'],
    [adult(1850), child(925), family(4800)],
    { weight: 16, fees: [service(95)], policies: POLICIES.fixed(250, 2), addons: ['62506'] },
  ),
  product(
    '62506',
    S.canals,
    'Cheese & Wine Platter on Board',
    ['TIME_OPEN', 0],
    [item(1650, 'Platter for two')],
    { addonOnly: true, weight: 0, policies: POLICIES.share() },
  ),
  product(
    '62507',
    S.canals,
    'Private Boat, up to 10 guests',
    ['TIME_SLOT', 120, '11:00 14:00 17:00 20:00'],
    [group(39500)],
    { weight: 3, groupCode: true, policies: POLICIES.rising(), pickup: true },
  ),
  product(
    '62508',
    S.canals,
    'Hop-on Hop-off Boat, 24 hours',
    ['TIME_OPEN', 1440],
    [adult(2700), child(1350)],
    { policies: POLICIES.afterBooking(), fees: [serviceShare(2.5)] },
  ),
  product(
    '62509',
    S.amstel,
    'Combi: Museum and Canal Cruise',
    ['TIME_DATE', 480, '09:00'],
    [adult(3600), child(1800)],
    { weight: 7, combi: ['62501', '62505'], policies: fixedAndShare(S.amstel, 500), fees: [service(150)] },
  ),
  product('62510', S.amstel, 'Bundle: Museum and Night Tour', ['TIME_DATE', 480, '09:00'], [adult(7200)], {
    weight: 4,
    bundle: ['62501', '62504'],
  }),
  // Paris, Rome, Athens
  product(
    '62511',
    S.seine,
    'Musée des Quais: billet coupe-file',
    ['TIME_PERIOD', 120, TIMES],
    [adult(1700), youth(1000), student(1200)],
    { weight: 8, fees: shares(15, 3) },
  ),
  product(
    '62512',
    S.seine,
    'Dîner-croisière « Étoiles de la Seine »',
    ['TIME_POINT', 150, '19:30 21:00'],
    [adult(11900), child(5900)],
    { policies: POLICIES.rising(), fees: [service(450)] },
  ),
  product('62513', S.seine, 'Paris non remboursable', ['TIME_PERIOD', 120, TIMES], [adult(1350)], {
    cancellable: false,
    policies: [],
    weight: 4,
  }),
  product(
    '62514',
    S.roma,
    'Roma Antica: Small-Group Walk',
    ['TIME_SLOT', 180, '08:30 13:30'],
    [adult(6900), child(4900)],
    { weight: 8, policies: POLICIES.freeUntilDayBefore(), fees: shares(18, 4), pickup: true },
  ),
  product(
    '62515',
    S.roma,
    'Catacombe e Via Appia',
    ['TIME_SLOT', 240, '09:00'],
    [adult(7400), senior(6600)],
    { policies: POLICIES.minutesByAccident(), lateRelease: true, refusesCancellation: true },
  ),
  product(
    '62516',
    S.attica,
    'Ακρόπολη: περίπατος με ξεναγό',
    ['TIME_SLOT', 150, '08:00 17:30'],
    [adult(5200), student(3900)],
    { policies: POLICIES.afterBooking() },
  ),
  product(
    '62517',
    S.attica,
    'Cape Sounion Sunset by Coach',
    ['TIME_POINT', 300, '15:30'],
    [adult(4400), child(2200)],
    { policies: POLICIES.wordsOnly(), pickup: true },
  ),
  // London
  product(
    '62520',
    S.thames,
    'Westminster to Greenwich Cruise',
    ['TIME_PERIOD', 60, TIMES],
    [adult(1650), child(1100), senior(1450)],
    { weight: 12, fees: [service(75)], addons: ['62521'] },
  ),
  product('62521', S.thames, 'Cream Tea on Board', ['TIME_OPEN', 0], [person(1450)], {
    addonOnly: true,
    weight: 0,
  }),
  product(
    '62522',
    S.thames,
    'Group Charter (min. 20 guests)',
    ['TIME_SLOT', 120, '12:00 18:30'],
    [person(2400)],
    { weight: 2, groupCode: true, policies: fixed(S.thames, 2500) },
  ),
  product(
    '62523',
    S.westend,
    'The Lighthouse Keeper – Evening',
    ['TIME_POINT', 165, '19:30'],
    [custom(6950, 'Stalls'), custom(4500, 'Royal Circle'), custom(2250, 'Balcony')],
    { weight: 9, cancellable: false, policies: [], fees: [service(350)] },
  ),
  product(
    '62524',
    S.westend,
    'The Lighthouse Keeper – Matinée',
    ['TIME_POINT', 165, '14:30'],
    [custom(4950, 'Stalls'), custom(2950, 'Royal Circle')],
    { policies: fixed(S.westend, 400), fees: [service(350)] },
  ),
  product('62525', S.thames, 'Combi: Cruise and Theatre', ['TIME_DATE', 600, '10:00'], [adult(7900)], {
    weight: 4,
    combi: ['62520', '62524'],
  }),
  // Copenhagen
  product(
    '62530',
    S.nyhavn,
    'Kanalrundfart',
    ['TIME_SLOT', 60, TIMES],
    [adult(13900), child(6900), infant(0)],
    { weight: 10, policies: POLICIES.free() },
  ),
  product(
    '62531',
    S.nyhavn,
    'Smørrebrød Cruise',
    ['TIME_POINT', 120, '12:00'],
    [adult(49500), child(29500)],
    { policies: POLICIES.share() },
  ),
  // New York
  product(
    '62535',
    S.hudson,
    'Harbor Lights Cruise',
    ['TIME_SLOT', 90, '18:00 20:00'],
    [adult(3900), child(2900), senior(3500)],
    { weight: 10, fees: [service(299), ...shares(14, 4)] },
  ),
  product(
    '62536',
    S.skyline,
    'Skyline Deck: Timed Ticket',
    ['TIME_PERIOD', 60, '09:00 11:00 13:00 15:00 17:00 19:00'],
    [adult(4400), child(3800)],
    { weight: 12, policies: POLICIES.freeUntilDayBefore() },
  ),
  product('62537', S.hudson, 'City Pass, 48 hours', ['TIME_OPEN', 2880], [adult(12900), child(8900)], {
    weight: 5,
    groupCode: true,
    policies: POLICIES.afterBooking(),
  }),
  product('62538', S.hudson, 'Bundle: Cruise and City Pass', ['TIME_DATE', 480, '09:00'], [adult(15900)], {
    weight: 3,
    bundle: ['62535', '62537'],
  }),
  // Tokyo and Kyoto
  product(
    '62540',
    S.skygarden,
    '東京スカイガーデン 入場券',
    ['TIME_PERIOD', 90, TIMES],
    [adult(3100), child(1550), youth(2300)],
    { weight: 12, policies: POLICIES.freeUntilDayBefore() },
  ),
  product(
    '62541',
    S.teahouse,
    'Tea Ceremony in Gion',
    ['TIME_SLOT', 75, '10:00 13:00 15:30'],
    [person(5500)],
    { weight: 7, policies: POLICIES.rising(), fees: [service(300)] },
  ),
  product(
    '62542',
    S.skygarden,
    'Combi: Sky Garden and Sumida Boat',
    ['TIME_DATE', 480, '09:00'],
    [adult(4700), child(2350)],
    { weight: 4, combi: ['62540', '62543'], policies: fixed(S.skygarden, 500) },
  ),
  product(
    '62543',
    S.skygarden,
    '隅田川クルーズ',
    ['TIME_SLOT', 45, '11:00 14:00 17:00'],
    [adult(1900), child(950)],
    { policies: POLICIES.share() },
  ),
  // The Gulf
  product(
    '62545',
    S.pearl,
    'Pearl Museum',
    ['TIME_PERIOD', 90, TIMES],
    [adult(2250), child(1125), student(1750)],
    { weight: 6, policies: fixed(S.pearl, 250), fees: [service(125)] },
  ),
  product('62546', S.pearl, 'Pearl Diving Morning', ['TIME_SLOT', 240, '06:30'], [adult(18750)], {
    policies: POLICIES.rising(),
  }),
  product(
    '62547',
    S.kuwait,
    'Dune Drive and Camp',
    ['TIME_POINT', 480, '14:00'],
    [adult(24500), child(12250)],
    { weight: 5, policies: POLICIES.share(), pickup: true },
  ),
  product(
    '62550',
    S.falcon,
    'Falcon Safari at Sunrise',
    ['TIME_POINT', 300, '04:30'],
    [adult(59500), child(39500)],
    { weight: 6, policies: POLICIES.rising(), pickup: true, fees: [serviceShare(3)] },
  ),
  product(
    '62551',
    S.falcon,
    'Evening Desert Camp',
    ['TIME_POINT', 360, '15:00'],
    [adult(29500), child(19500), infant(0)],
    { weight: 8 },
  ),
  // Adelaide, Agra
  product(
    '62555',
    S.barossa,
    'Barossa Day Tour',
    ['TIME_SLOT', 540, '08:45'],
    [adult(22900), senior(20900)],
    { weight: 5, policies: fixedAndShare(S.barossa, 1000) },
  ),
  product(
    '62560',
    S.agra,
    'Taj at Dawn',
    ['TIME_SLOT', 180, '05:15'],
    [adult(450000), child(225000), student(300000)],
    { weight: 5, policies: POLICIES.rising(), fees: shares(20, 5) },
  ),
]

const byId = new Map(PRODUCTS.map((entry) => [entry.id, entry]))

/** The product of an id, or undefined. */
export function findProduct(id: string): CatalogueProduct | undefined {
  return byId.get(id)
}

/** The product of an id that the data set itself uses. */
export function productOf(id: string): CatalogueProduct {
  const found = byId.get(id)
  if (!found) throw new Error(`No product ${id} in the catalogue`)
  return found
}
