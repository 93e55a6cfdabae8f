import { type ReactNode, useState } from 'react'
import { LoadingBar } from '../../ui/loading-bar'
import { NotRead } from './not-read'

/** How far a change is that a person writes on a fresh reading. */
export interface Writing {
  readonly reading: boolean
  readonly error: unknown
  /** True when the error is that of the attempt, not of a read. */
  readonly wasAsked: boolean
  /** What somebody else changed, until the person goes on. */
  readonly moved: unknown
  readAgain(): Promise<void>
  /** The person has seen what moved. */
  goOn(): void
}

interface FormAndReviewProps {
  readonly writing: Writing
  /** False while what is changed is not there to be decided on. */
  readonly isRead: boolean
  /** Said while it is not and there is no error. */
  readonly waiting: string
  readonly form: (onReview: () => void) => ReactNode
  readonly review: (onBack: () => void) => ReactNode
  readonly onClose: () => void
}

/** The form, then what it will do. A change by somebody else leads back to the form, which says what it was. */
export function FormAndReview({ writing, isRead, waiting, form, review, onClose }: FormAndReviewProps) {
  const [reviewing, setReviewing] = useState(false)
  const { reading, error, wasAsked, moved, readAgain, goOn } = writing
  if (error || !isRead) {
    return (
      <NotRead
        reading={reading}
        error={error}
        command={wasAsked}
        onReadAgain={() => {
          setReviewing(false)
          void readAgain()
        }}
        onClose={onClose}
      >
        {waiting}
      </NotRead>
    )
  }
  return (
    <>
      <LoadingBar active={reading} />
      {reviewing && !moved
        ? review(() => setReviewing(false))
        : form(() => {
            goOn()
            setReviewing(true)
          })}
    </>
  )
}
