import { describe, expect, it } from 'vitest'
import { lazyCode } from '../../../../renderer/lib/lazy-code'

describe('code that is loaded when it is needed', () => {
  it('is loaded once, however many ask, and is at hand afterwards', async () => {
    let loads = 0
    const code = lazyCode(async () => `load ${++loads}`)
    expect(code.loaded()).toBeUndefined()
    expect(await Promise.all([code.load(), code.load()])).toEqual(['load 1', 'load 1'])
    expect(code.loaded()).toBe('load 1')
    expect(await code.load()).toBe('load 1')
  })

  it('is tried anew after a failure, and not at hand before', async () => {
    const answers = [Promise.reject(new Error('gone')), Promise.resolve('here')]
    const code = lazyCode(async () => answers.shift())
    await expect(code.load()).rejects.toThrow('gone')
    expect(code.loaded()).toBeUndefined()
    expect(await code.load()).toBe('here')
  })
})
