import { SegmentedControl } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { type OrderFace, orderFaces } from './overview-face'

interface FaceSwitchProps {
  readonly face: OrderFace
  readonly onFace: (face: OrderFace) => void
}

/** Chooses between the orders of the question, and what they come to. */
export const FaceSwitch = memo(function FaceSwitch({ face, onFace }: FaceSwitchProps) {
  const { t } = useTranslation('overview')
  return (
    <SegmentedControl
      size="xs"
      data-faces
      aria-label={t('face.label')}
      value={face}
      onChange={(next) => onFace(next as OrderFace)}
      data={orderFaces.map((value) => ({ value, label: t(`face.${value}`) }))}
    />
  )
})
