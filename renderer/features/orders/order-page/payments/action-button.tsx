import { Button, Tooltip } from '@mantine/core'

interface ActionButtonProps {
  readonly label: string
  readonly keys?: string
  /** Why it cannot be done, in words. */
  readonly obstacle: string | undefined
  readonly onClick: () => void
}

/** A button that stays focusable while it cannot be used, so that the reason can be read by everybody. */
export function ActionButton({ label, keys, obstacle, onClick }: ActionButtonProps) {
  const button = (
    <Button
      variant="default"
      onClick={obstacle ? undefined : onClick}
      {...(obstacle && { 'data-disabled': true })}
      aria-disabled={obstacle !== undefined}
      aria-keyshortcuts={keys}
    >
      {label}
    </Button>
  )
  return obstacle ? <Tooltip label={obstacle}>{button}</Tooltip> : button
}
