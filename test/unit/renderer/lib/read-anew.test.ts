import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { readAnew } from '../../../../renderer/lib/read-anew'

test('a first reading that is under way when something changes does not stand for what is there afterwards', async () => {
  const answers: ((state: string) => void)[] = []
  const client = new QueryClient()
  const observer = new QueryObserver(client, {
    queryKey: ['operation'],
    queryFn: () => new Promise<string>((answer) => answers.push(answer)),
    retry: false,
  })
  const stop = observer.subscribe(() => {})
  expect(answers).toHaveLength(1)

  const done = readAnew(client, ['operation'])
  answers[0]?.('sending')
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  answers[1]?.('done')
  await done
  expect(observer.getCurrentResult().data).toBe('done')
  stop()
})
