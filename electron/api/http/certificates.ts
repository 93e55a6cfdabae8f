import tls from 'node:tls'

type ReadCertificates = (source: 'system' | 'default') => readonly string[]

/**
 * Certificate authorities to trust, in PEM: the runtime's own and those of the operating system, so that a
 * company's inspecting proxy works. `undefined` (the runtime's own only) where the runtime cannot read the
 * system's: `tls.getCACertificates` came with Node 22.15.
 * @param read stands in for the runtime's function in tests
 */
export function trustedCertificates(
  read: ReadCertificates | null = runtimeReader(),
): readonly string[] | undefined {
  if (!read) return undefined
  try {
    const system = read('system')
    return system.length === 0 ? undefined : [...new Set([...read('default'), ...system])]
  } catch {
    // A store that cannot be read must not keep the client from starting.
    return undefined
  }
}

function runtimeReader(): ReadCertificates | null {
  const { getCACertificates } = tls as { getCACertificates?: ReadCertificates }
  return getCACertificates ?? null
}
