import { useFormat } from '../../lib/format'

/** When something was recorded, on the desk's clock; as sent on hover. */
export function RecordedTime({ at }: { at: string | undefined }) {
  const format = useFormat()
  return <time title={at}>{format.recorded(at)}</time>
}
