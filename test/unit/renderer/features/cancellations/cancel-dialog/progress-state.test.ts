import type { OperationState } from '@shared/features/operations'
import { describe, expect, it } from 'vitest'
import { progressOf } from '../../../../../../renderer/features/cancellations/cancel-dialog/progress-state'

const states = (...all: OperationState[]) => progressOf(all.map((state) => ({ state })))

describe('a cancellation of several parts', () => {
  it('is running while a request is on its way or about to leave', () => {
    expect(states('sending', 'queued')).toBe('running')
    expect(states('done', 'queued')).toBe('running')
    expect(progressOf([undefined])).toBe('running')
  })

  it.each<OperationState>(['unknown', 'at-supplier'])(
    'is not running while the rest stands behind one that is %s',
    (open) => {
      expect(states('done', open, 'queued', 'queued')).toBe('waiting')
    },
  )

  it('is waiting while the server asked to come later', () => {
    expect(progressOf([{ state: 'queued', dueAt: 1 }, { state: 'queued' }])).toBe('waiting')
  })

  it('is up to somebody when one needs review or is held', () => {
    expect(states('needs-review', 'queued')).toBe('review')
    expect(progressOf([{ state: 'queued', held: 'waited-long' }])).toBe('review')
  })

  it('is done only when every part is', () => {
    expect(states('done', 'done')).toBe('done')
    expect(states('done', 'failed')).toBe('partly')
    expect(states('done', 'withdrawn')).toBe('partly')
  })

  it('is not carried out when nothing was, which is never called done', () => {
    expect(states('failed')).toBe('notDone')
    expect(states('withdrawn', 'failed')).toBe('notDone')
  })
})
