import type { mirrorOperations } from '@shared/features/mirror'
import type { InputOf } from '@shared/ipc/define'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { onEvent } from '../../../lib/events'
import { useFormat } from '../../../lib/format'
import { ipc } from '../../../lib/ipc'
import { endProgress, toastDone, toastError, toastProgress } from '../../../ui/toasts'

const toastId = 'export-orders'

/** Writes orders into a file. How far it is, and what became of it, is told wherever the person has gone meanwhile. */
export function useExport() {
  const { t } = useTranslation('mirror')
  const format = useFormat()
  return useMutation({
    mutationFn: async (wanted: InputOf<(typeof mirrorOperations)['exportOrders']>) => {
      const stopListening = onEvent('mirror.exporting', ({ orders, of }) => {
        const stop = () => void ipc.mirror.stopOrdersExport({})
        toastProgress({
          id: toastId,
          title: t('export.running'),
          message: t('export.progress', { orders: format.count(orders), of: format.count(of) }),
          action: { label: t('export.stop'), onClick: stop },
          onClose: stop,
        })
      })
      try {
        return await ipc.mirror.exportOrders(wanted)
      } finally {
        stopListening()
        endProgress(toastId)
      }
    },
    onSuccess: ({ savedAs, orders }) => {
      if (savedAs === undefined) return
      toastDone({
        title: t('export.done', { count: orders, number: format.count(orders) }),
        message: savedAs,
        action: { label: t('export.show'), onClick: () => void ipc.mirror.showOrdersExport({}) },
      })
    },
    onError: (error) => toastError(error),
  })
}
