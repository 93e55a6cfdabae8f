import { Button } from '@mantine/core'
import { externalUrlSchema } from '@shared/features/windows'
import { IconExternalLink } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { CopyButton } from '../../../ui/copyable'
import { toastError } from '../../../ui/toasts'
import classes from './links.module.css'

interface ApiLinkProps {
  /** Translated: what the link leads to. */
  readonly label: string
  /** As the API sent it. */
  readonly url: string | undefined
}

/** A link of the API: opened by main after its host was confirmed, and only over https; else it can only be copied. */
export function ApiLink({ label, url }: ApiLinkProps) {
  const { t } = useTranslation('order')
  const open = useMutation({
    mutationFn: (address: string) => ipc.windows.openExternal({ url: address }),
    onError: (error) => toastError(error),
  })
  if (url === undefined) return null
  const safe = externalUrlSchema.safeParse(url).success
  return (
    <div className={classes.link}>
      <span>{label}</span>
      {safe ? (
        <Button
          variant="subtle"
          size="compact-xs"
          rightSection={<IconExternalLink size={14} aria-hidden />}
          onClick={() => open.mutate(url)}
        >
          {t('links.open', { host: new URL(url).host })}
        </Button>
      ) : (
        <span className={classes.unsafe} title={t('links.unsafe')}>
          {url}
        </span>
      )}
      <CopyButton value={url} label={label} />
    </div>
  )
}
