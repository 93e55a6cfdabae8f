import { describe, expect, test, vi } from 'vitest'
import { createPatientQueue, NoAnswer } from '../../../../electron/platform/patient-queue'

/** A call that comes back when it is told to. */
function openCall<T>(value: T) {
  let comeBack = () => {}
  const call = vi.fn(
    () =>
      new Promise<T>((resolve) => {
        comeBack = () => resolve(value)
      }),
  )
  return { call, comeBack: () => comeBack() }
}

describe('a patient queue', () => {
  test('runs one call at a time, in order, also after one that failed', async () => {
    const queue = createPatientQueue(1000, vi.fn())
    const order: string[] = []
    const call = (name: string) => async () => {
      order.push(`${name} starts`)
      await Promise.resolve()
      order.push(`${name} ends`)
      if (name === 'b') throw new Error('b failed')
      return name
    }
    const answers = await Promise.allSettled(['a', 'b', 'c'].map((name) => queue.run(call(name))))
    expect(order).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends'])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  test('stops waiting, refuses the next at once, and starts none that was given up', async () => {
    const onReturn = vi.fn()
    const queue = createPatientQueue(30, onReturn)
    const stuck = openCall('late')
    const queued = vi.fn(async () => 'never')
    const first = queue.run(stuck.call)
    const second = queue.run(queued)
    await expect(first).rejects.toThrow(NoAnswer)
    await expect(second).rejects.toThrow(NoAnswer)
    await expect(queue.run(queued)).rejects.toThrow(NoAnswer)
    expect(queue.isWaiting()).toBe(true)

    stuck.comeBack()
    await vi.waitFor(() => expect(onReturn).toHaveBeenCalledOnce())
    expect(queued).not.toHaveBeenCalled()
    expect(queue.isWaiting()).toBe(false)
    expect(await queue.run(async () => 'as before')).toBe('as before')
  })

  test('takes back what a call did too late, before the next one starts', async () => {
    const queue = createPatientQueue(30, vi.fn())
    const stuck = openCall('written')
    const undo = vi.fn(async () => {})
    await expect(queue.run(stuck.call, undo)).rejects.toThrow(NoAnswer)
    expect(undo).not.toHaveBeenCalled()
    stuck.comeBack()
    await vi.waitFor(() => expect(undo).toHaveBeenCalledOnce())
  })

  test('takes nothing back that was in time', async () => {
    const undo = vi.fn(async () => {})
    const queue = createPatientQueue(1000, vi.fn())
    await queue.run(async () => 'written', undo)
    await queue.run(async () => 'next')
    expect(undo).not.toHaveBeenCalled()
  })
})
