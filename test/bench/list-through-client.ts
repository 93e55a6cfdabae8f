import { type Account, benchProfile, createBenchClient } from './client'

/** Reads pages of the list through the client. */
export function createListReader(account: Account) {
  const api = createBenchClient(account)
  return {
    /** Reads one page and answers how many orders it held. */
    readPage: async (page: number, itemsPerPage: number): Promise<number> => {
      const answer = await api.for(benchProfile).orders.list({ page, items_per_page: itemsPerPage })
      if (!answer.ok) throw new Error(`page ${page}: ${answer.error.code} ${answer.error.message}`)
      return answer.value.value.data.items?.length ?? 0
    },
    close: () => api.close(),
  }
}
