import { useState } from 'react'
import type { Step } from '../../order-action'
import { ChooseStep, type Chosen } from './choose-step'
import { type ChosenOther, OtherStep } from './other-step'

/** One payment, which is the safe way, or what the API takes besides. */
export type Decision = { readonly payment: Chosen } | { readonly other: ChosenOther }

export function Decide({ onConfirm, ...step }: Step<Decision>) {
  const [other, setOther] = useState(false)
  return other ? (
    <OtherStep
      {...step}
      onConfirm={(chosen) => onConfirm({ other: chosen })}
      onBack={() => setOther(false)}
    />
  ) : (
    <ChooseStep
      {...step}
      onConfirm={(chosen) => onConfirm({ payment: chosen })}
      onOther={() => setOther(true)}
    />
  )
}
