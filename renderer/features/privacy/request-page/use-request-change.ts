import type { PrivacyRequest, RequestId } from '@shared/features/privacy'
import type { ProfileId } from '@shared/kernel/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { privacyQueries } from '../queries'

/** Something that is done to a request and answers it as it stands then, which is shown at once. */
export function useRequestChange<Answer extends { request: PrivacyRequest }, Input = void>(
  profile: ProfileId,
  id: RequestId,
  run: (at: { profile: ProfileId; request: RequestId }, input: Input) => Promise<Answer>,
  onSuccess?: (answer: Answer) => void,
) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => run({ profile, request: id }, input),
    // The answer tells of a person.
    gcTime: 0,
    onSuccess: (answer) => {
      client.setQueryData(privacyQueries.request(profile, id).queryKey, { request: answer.request })
      void client.invalidateQueries({ queryKey: privacyQueries.list(profile).queryKey })
      onSuccess?.(answer)
    },
  })
}
