import type { StockFigures } from '@shared/features/stock'
import { QueryClient } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { profilesQuery } from '../../../../../renderer/features/profiles'
import { followStockProfiles } from '../../../../../renderer/features/stock/follow-profiles'
import { stockDeskOf } from '../../../../../renderer/features/stock/stock-desk'

const now: StockFigures = { total: 10, reserved: 0, booked: 0, available: 10, active: true }

const owner = (id: string) => ({
  ...{ id, environment: 'custom' as const, clientId: id, distributorId: '1' },
})

test('edits go with the profile as soon as the list of profiles is without it, and not before', () => {
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('removeEventListener', () => {})
  const client = new QueryClient()
  followStockProfiles(client)
  const desk = stockDeskOf(owner('canal-tours'))
  desk.edit([{ stock: 'a', now, wanted: 5 }])
  const listed = (...ids: string[]) =>
    client.setQueryData(profilesQuery().queryKey, { profiles: ids.map(owner) } as never)
  listed('canal-tours', 'museum')
  client.setQueryData(['profiles', 'other'], { profiles: [] })
  expect(desk.editOf('a')).toEqual({ seen: now, wanted: 5 })
  listed('museum')
  expect(desk.editOf('a')).toBeUndefined()
  expect(stockDeskOf(owner('canal-tours'))).not.toBe(desk)
  vi.unstubAllGlobals()
})
