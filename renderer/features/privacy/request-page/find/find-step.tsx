import { Button } from '@mantine/core'
import { isGap } from '@shared/features/privacy'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../../lib/ipc'
import { ErrorNotice } from '../../../../ui/error-notice'
import { LoadingBar } from '../../../../ui/loading-bar'
import { useMoments } from '../../../operations'
import classes from '../../privacy.module.css'
import { StepFrame } from '../step-frame'
import type { StepProps } from '../step-props'
import { arrivedOf, hasEnded } from '../steps'
import { useRequestChange } from '../use-request-change'
import { type Choice, FoundContacts, FoundOrders } from './found-tables'
import { SearchedPlaces } from './searched-places'
import { Searching } from './searching'

/** Which orders and contacts may be about the person, why, and how surely; a person chooses. */
export function FindStep({ profile, request, onStep }: StepProps) {
  const { t } = useTranslation('privacy')
  const moments = useMoments()
  const find = useRequestChange(profile.id, request.id, ipc.privacy.findPerson)
  const choose = useRequestChange(profile.id, request.id, (at, choice: Choice) =>
    ipc.privacy.chooseFound({ ...at, ...choice }),
  )
  const isEnded = hasEnded(request)
  const isSearched = request.searchedAt !== undefined
  const arrived = arrivedOf(request)
  const same = <Found extends { surety: string }>(found: readonly Found[]) =>
    found.filter(({ surety }) => surety !== 'someone-else')
  const others = <Found extends { surety: string }>(found: readonly Found[]) =>
    found.filter(({ surety }) => surety === 'someone-else')
  const isGappy = request.searched.some(isGap)
  // Where nobody looked, nobody can say that nothing is there.
  const isNothing =
    isSearched && !isGappy && same(request.orders).length + same(request.contacts).length === 0
  const hasOthers = others(request.orders).length + others(request.contacts).length > 0
  const chosen = [...request.orders, ...request.contacts].filter((one) => one.chosen).length
  const onChoose = isEnded ? undefined : choose.mutate
  return (
    <StepFrame
      title={t('find.title')}
      hint={t('find.hint')}
      aside={
        isEnded ? null : (
          <Button
            variant={isSearched ? 'default' : 'filled'}
            leftSection={<IconSearch size={16} aria-hidden />}
            loading={find.isPending}
            onClick={() => find.mutate()}
          >
            {t(isSearched ? 'find.again' : 'find.search')}
          </Button>
        )
      }
    >
      <LoadingBar active={find.isPending} />
      {find.isPending ? <Searching profile={profile.id} request={request.id} /> : null}
      {find.error ? <ErrorNotice error={find.error} /> : null}
      {choose.error ? <ErrorNotice error={choose.error} /> : null}
      {request.searchedAt === undefined ? (
        find.isPending ? null : (
          <p className={classes.quiet}>{t('find.notSearched')}</p>
        )
      ) : (
        <>
          <p className={classes.quiet}>{t('find.searchedAt', { when: moments.full(request.searchedAt) })}</p>
          <SearchedPlaces places={request.searched} />
        </>
      )}
      {isGappy && !isEnded ? (
        <p role="status" className={classes.warn}>
          {t('find.gaps')}
        </p>
      ) : null}
      {arrived.length > 0 ? (
        <p role="status" className={classes.warn}>
          {t('find.arrived', { count: arrived.length })}
        </p>
      ) : null}
      {isNothing ? <p className={classes.note}>{t('find.nothing')}</p> : null}
      <FoundOrders title={t('find.orders')} found={same(request.orders)} onChoose={onChoose} />
      <FoundContacts title={t('find.contacts')} found={same(request.contacts)} onChoose={onChoose} />
      {hasOthers ? (
        <>
          <h3 className={classes.subtitle}>{t('find.someoneElse')}</h3>
          <p className={classes.quiet}>{t('find.someoneElseHint')}</p>
          <FoundOrders title={t('find.otherOrders')} found={others(request.orders)} onChoose={onChoose} />
          <FoundContacts
            title={t('find.otherContacts')}
            found={others(request.contacts)}
            onChoose={onChoose}
          />
        </>
      ) : null}
      {isSearched && !isEnded ? (
        <div className={classes.footer}>
          <span role="status" className={classes.quiet}>
            {t('find.chosen', { count: chosen })}
          </span>
          <Button onClick={() => onStep(chosen > 0 ? 'review' : 'copies')}>
            {t(chosen > 0 ? 'find.next' : 'find.nextNothing')}
          </Button>
        </div>
      ) : null}
    </StepFrame>
  )
}
