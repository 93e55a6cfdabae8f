import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { orderPath } from '../../features/order-words'
// Not through the index, which brings the grid into the first chunk.
import { useSearchOrders } from '../../features/orders/orders-session'
import { useViewItems } from '../../features/orders/views/use-view-items'
import { useActiveProfile } from '../../features/profiles'
import { useAvailableShortcuts } from '../../lib/shortcuts'
import { findItems, likelyReference, type PaletteItem, paletteGroupOf } from './palette-items'

/** What can be chosen for what is typed: an order, actions of this screen, screens, profiles. */
export function usePaletteItems(typed: string): readonly PaletteItem[] {
  const { t } = useTranslation('shell')
  const [, navigate] = useLocation()
  const available = useAvailableShortcuts()
  const items = available.flatMap(({ id, group, label, keys, run }): PaletteItem[] => {
    const place = paletteGroupOf(id, group)
    return place ? [{ id, group: place, label: label ?? t(`shortcuts.${id}`), keys, run }] : []
  })
  const { profile } = useActiveProfile()
  const search = useSearchOrders(profile.id)
  const views = useViewItems(profile).map(
    ({ id, name, run }): PaletteItem => ({
      id: `view-${id}`,
      group: 'go',
      label: t('palette.goToView', { name }),
      run,
    }),
  )
  const text = typed.trim()
  const reference = likelyReference(text)
  const open: PaletteItem[] = reference
    ? [
        {
          id: 'open-order',
          group: 'orders',
          label: t('palette.openOrder', { reference }),
          run: () => navigate(orderPath(reference)),
        },
      ]
    : []
  const find: PaletteItem[] =
    text === ''
      ? []
      : [
          {
            id: 'search-orders',
            group: 'search',
            label: t('palette.searchOrders', { text }),
            run: () => search(text),
          },
        ]
  return [...open, ...findItems([...items, ...views], typed), ...find]
}
