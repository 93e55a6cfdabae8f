import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../ui/error-notice'

interface State {
  readonly failed: boolean
  readonly error?: unknown
}

/** A screen that breaks shows its error in its place; the frame and the other screens go on. */
export class ScreenBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { failed: false }

  static getDerivedStateFromError(error: unknown): State {
    return { failed: true, error }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    const retry = <Retry onClick={() => this.setState({ failed: false, error: undefined })} />
    return <ErrorNotice error={this.state.error} actions={retry} />
  }
}

function Retry({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation('shell')
  return (
    <Button variant="default" onClick={onClick}>
      {t('crashed.retry')}
    </Button>
  )
}
