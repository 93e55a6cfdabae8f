import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** What the screen lists: what was amended here, or what changed without us. */
const amendmentViews = ['here', 'elsewhere'] as const
export type AmendmentView = (typeof amendmentViews)[number]

interface AmendmentViewsProps {
  readonly view: AmendmentView
  readonly onView: (view: AmendmentView) => void
}

/** Chooses between the two lists. */
export function AmendmentViews({ view, onView }: AmendmentViewsProps) {
  const { t } = useTranslation('amendments')
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('list.view.label')}
      value={view}
      onChange={(next) => onView(next as AmendmentView)}
      data={amendmentViews.map((value) => ({ value, label: t(`list.view.${value}`) }))}
    />
  )
}
