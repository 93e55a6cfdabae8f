import { Refusal } from './refusal'

/** Whether an `Accept` header takes a media type; none takes anything. */
export function accepts(header: string | undefined, type: string): boolean {
  if (header === undefined || header.trim() === '') return true
  const [group] = type.split('/')
  return header
    .split(',')
    .map((range) => range.trim().toLowerCase())
    .filter((range) => !/;\s*q=0(\.0*)?\s*(;|$)/.test(range))
    .map((range) => range.split(';')[0]?.trim())
    .some((range) => range === type || range === `${group}/*` || range === '*/*')
}

/** 406 when no answer fits (rule 67). */
export function mustAccept(header: string | undefined, type: string): void {
  if (!accepts(header, type)) throw new Refusal(406, 'NOT_ACCEPTABLE', `This call answers ${type}.`)
}
