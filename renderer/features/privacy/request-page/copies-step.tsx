import { Button, Checkbox } from '@mantine/core'
import { type CopyResult, leftOver, type OutsideFile } from '@shared/features/privacy'
import { IconAlertTriangle, IconCheck, IconMinus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { useOnce } from '../../../lib/use-once'
import { ErrorNotice } from '../../../ui/error-notice'
import { LoadingBar } from '../../../ui/loading-bar'
import { useMoments } from '../../operations'
import classes from '../privacy.module.css'
import { hintsOf } from './hints-of'
import { StepFrame } from './step-frame'
import type { StepProps } from './step-props'
import { hasEnded } from './steps'
import { useCodeWords } from './use-code-words'
import { useRequestChange } from './use-request-change'

const icons = { done: IconCheck, 'nothing-there': IconMinus, 'by-hand': IconAlertTriangle } as const

/** What this computer holds of what was erased, place by place, with what became of it. */
export function CopiesStep({ profile, request, onStep }: StepProps) {
  const { t } = useTranslation('privacy')
  const moments = useMoments()
  const [ticked, setTicked] = useState<readonly string[]>([])
  const clear = useOnce(
    useRequestChange(
      profile.id,
      request.id,
      (at, deleteFiles: readonly string[]) =>
        ipc.privacy.clearCopies({ ...at, deleteFiles: [...deleteFiles] }),
      () => setTicked([]),
    ),
    { again: true },
  )
  const { copies, copiesClearedAt } = request
  const isEnded = hasEnded(request)
  const isCleared = copiesClearedAt !== undefined
  const left = leftOver(request).copies
  const isRunning =
    request.state === 'erasing' &&
    [...request.erasedOrders, ...request.erasedContacts].some(({ state }) => state === 'under-way')
  return (
    <StepFrame
      title={t('copies.title')}
      hint={t('copies.hint')}
      aside={
        isEnded ? null : (
          <Button
            variant={isCleared ? 'default' : 'filled'}
            loading={clear.isRunning}
            disabled={isRunning}
            onClick={() => clear.run([])}
          >
            {t(isCleared ? 'copies.again' : 'copies.clear')}
          </Button>
        )
      }
    >
      <LoadingBar active={clear.isRunning} />
      {clear.error ? <ErrorNotice error={clear.error} /> : null}
      {copiesClearedAt === undefined ? (
        <p className={classes.quiet}>{t(isRunning ? 'copies.running' : 'copies.notCleared')}</p>
      ) : (
        <p role="status" className={classes.quiet}>
          {t('copies.clearedAt', { when: moments.full(copiesClearedAt) })}
          {left > 0 ? `. ${t('copies.leftByHand', { count: left })}` : null}
        </p>
      )}
      <ul className={classes.checklist}>
        {(isCleared ? copies : undefined)?.map((copy) => (
          <Place
            key={copy.place}
            copy={copy}
            ticked={ticked}
            onTick={
              isEnded
                ? undefined
                : (id, on) => setTicked(on ? [...ticked, id] : ticked.filter((one) => one !== id))
            }
          />
        ))}
      </ul>
      {isEnded ? null : (
        <div className={classes.footer}>
          {ticked.length > 0 ? (
            <Button color="red.9" loading={clear.isRunning} onClick={() => clear.run(ticked)}>
              {t('copies.deleteFiles', { count: ticked.length })}
            </Button>
          ) : null}
          <Button disabled={!isCleared} onClick={() => onStep('prove')}>
            {t('copies.next')}
          </Button>
        </div>
      )}
    </StepFrame>
  )
}

interface PlaceProps {
  readonly copy: CopyResult
  readonly ticked: readonly string[]
  readonly onTick: ((id: string, on: boolean) => void) | undefined
}

function Place({ copy, ticked, onTick }: PlaceProps) {
  const { t } = useTranslation('privacy')
  const words = useWhy()
  const { place, result, removed, files = [] } = copy
  const Icon = icons[result]
  const count = removed ? [t('copies.removed', { count: removed })] : []
  const told = result === 'done' && removed ? count : [t(`copies.result.${result}`), ...count]
  // Nothing can be cleared any more, and where files lie was forgotten with the person.
  const hints = onTick ? hintsOf(copy).map(words) : result === 'by-hand' ? [t('copies.leftAtEnd')] : []
  return (
    <li data-result={result}>
      <Icon size={16} aria-hidden />
      <div>
        <span className={classes.place}>{t(`copies.place.${place}`)}</span> {told.join(' · ')}
        {hints.map((hint) => (
          <div key={hint} className={classes.quiet}>
            {hint}
          </div>
        ))}
        {files.map((file) => (
          <File key={file.id} file={file} ticked={ticked.includes(file.id)} onTick={onTick} />
        ))}
      </div>
    </li>
  )
}

function File(props: {
  readonly file: OutsideFile
  readonly ticked: boolean
  readonly onTick: PlaceProps['onTick']
}) {
  const { t } = useTranslation('privacy')
  const { id, path, state } = props.file
  const isThere = state === 'there' || state === 'not-deleted'
  if (!isThere || !props.onTick) {
    return (
      <div className={classes.file}>
        {path} <span className={classes.quiet}>{t(`copies.file.${state}`)}</span>
      </div>
    )
  }
  return (
    <Checkbox
      className={classes.file}
      label={`${path} ${t(`copies.file.${state}`)}`}
      checked={props.ticked}
      onChange={(event) => props.onTick?.(id, event.currentTarget.checked)}
    />
  )
}

const known = [
  'CLOSE_WINDOW',
  'DISK_FULL',
  'FILES_OUTSIDE',
  'IN_MIRROR',
  'LISTS_LOCKED',
  'LISTS_OUTSIDE',
  'MIRROR_NOT_OPEN',
  'OUT_OF_REACH',
  'STILL_OPEN',
] as const

/** What somebody has to do, or what an error is called. */
function useWhy(): (code: string) => string {
  const { t } = useTranslation('privacy')
  const words = useCodeWords()
  return (code) => {
    const own = known.find((one) => one === code)
    return own ? t(`copies.why.${own}`) : words(code)
  }
}
