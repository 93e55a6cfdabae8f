import { Button, Group, NumberInput } from '@mantine/core'
import { type MirrorState, retentionBounds } from '@shared/features/mirror'
import type { Profile } from '@shared/features/profiles'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RetentionDialog } from './retention-dialog'

interface RetentionChoiceProps {
  readonly state: MirrorState
  readonly profile: Profile
}

/** For how many months orders are kept. What another number would mean is said before it holds. */
export function RetentionChoice({ state: { retentionMonths }, profile }: RetentionChoiceProps) {
  const { t } = useTranslation('mirror')
  const [wanted, setWanted] = useState<number>()
  const [isAsking, setAsking] = useState(false)
  const months = wanted ?? retentionMonths
  const field = useRef<HTMLInputElement>(null)
  /** With the months as they are, the button cannot have the keyboard back. */
  const close = () => {
    setAsking(false)
    setWanted(undefined)
    requestAnimationFrame(() => field.current?.focus())
  }
  return (
    <>
      <Group gap={8} align="flex-end">
        <NumberInput
          ref={field}
          label={t('retention.label')}
          min={retentionBounds.min}
          max={retentionBounds.max}
          clampBehavior="strict"
          allowDecimal={false}
          allowNegative={false}
          value={months}
          onChange={(value) => setWanted(typeof value === 'number' ? value : undefined)}
        />
        <Button variant="default" disabled={months === retentionMonths} onClick={() => setAsking(true)}>
          {t('retention.change')}
        </Button>
      </Group>
      {isAsking ? (
        <RetentionDialog profile={profile} before={retentionMonths} months={months} onClose={close} />
      ) : null}
    </>
  )
}
