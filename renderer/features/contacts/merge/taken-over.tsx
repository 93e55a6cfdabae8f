import { Button, Checkbox } from '@mantine/core'
import type { Contact } from '@shared/api'
import { type DifferingField, differingFieldsOf } from '@shared/features/contacts'
import type { ContactUid, ProfileId } from '@shared/kernel/ids'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { missing } from '../../../lib/format'
import { keyOf, type TypedValues } from '../../field-form'
import { useWords } from '../../order-words'
import { EditContactDialog } from '../edit-contact-dialog/edit-contact-dialog'
import classes from './merge.module.css'

interface TakenOverProps {
  readonly profile: ProfileId
  readonly kept: ContactUid
  readonly stays: Contact
  readonly goes: Contact
  readonly mayChange: boolean
}

/**
 * The fields in which two contacts differ, side by side. What is chosen of the other one is typed into the change of the one
 * that stays, where it is seen, checked and sent like any other.
 */
export function TakenOver({ profile, kept, stays, goes, mayChange }: TakenOverProps) {
  const { t } = useTranslation('contacts')
  const words = useWords()
  const fields = useMemo(() => differingFieldsOf(stays, goes), [stays, goes])
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [begin, setBegin] = useState<TypedValues>()
  const taken = fields.filter(({ path }) => chosen.has(keyOf(path)))
  const choose = ({ path }: DifferingField, isChosen: boolean) =>
    setChosen((before) => {
      const rest = [...before].filter((key) => key !== keyOf(path))
      return new Set(isChosen ? [...rest, keyOf(path)] : rest)
    })
  if (fields.length === 0) return <p className={classes.about}>{t('merge.alike')}</p>
  return (
    <>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('doubles.field')}</th>
              <th scope="col">{t('merge.stays')}</th>
              <th scope="col">{t('merge.goes')}</th>
              {mayChange ? <th scope="col">{t('merge.take')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => {
              const { path, name, stays: own, goes: theirs } = field
              const label = words.field(name)
              return (
                <tr key={keyOf(path)}>
                  <th scope="row">{label}</th>
                  <td>
                    <bdi>{own === null ? missing : String(own)}</bdi>
                  </td>
                  <td>
                    <bdi>{theirs === null ? missing : String(theirs)}</bdi>
                  </td>
                  {mayChange ? (
                    <td>
                      {theirs === null ? null : (
                        <Checkbox
                          size="xs"
                          aria-label={t('merge.takeField', { field: label })}
                          checked={chosen.has(keyOf(path))}
                          onChange={(event) => choose(field, event.currentTarget.checked)}
                        />
                      )}
                    </td>
                  ) : null}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {mayChange ? (
        <div className={classes.below}>
          <Button
            variant="default"
            size="compact-sm"
            disabled={taken.length === 0}
            onClick={() =>
              setBegin(new Map(taken.map(({ path, goes: value }) => [keyOf(path), value] as const)))
            }
          >
            {t('merge.change')}
          </Button>
          <span className={classes.quiet}>{t('merge.changeHint')}</span>
        </div>
      ) : null}
      {begin ? (
        <EditContactDialog
          profile={profile}
          contact={kept}
          begin={begin}
          onClose={() => {
            setBegin(undefined)
            setChosen(new Set())
          }}
        />
      ) : null}
    </>
  )
}
