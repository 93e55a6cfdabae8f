import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
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
  const reference = likelyReference(typed)
  const open: PaletteItem[] = reference
    ? [
        {
          id: 'open-order',
          group: 'orders',
          label: t('palette.openOrder', { reference }),
          run: () => navigate(`/orders/${encodeURIComponent(reference)}`),
        },
      ]
    : []
  return [...open, ...findItems(items, typed)]
}
