import 'server-only'
import type { RequiredClaim } from '@/lib/config/oidc'

export type Claims = Readonly<Record<string, unknown>>

/**
 * Whether a token says that somebody proved who they are as strongly as asked: of each required claim it has one of the
 * accepted values, alone or in a list. A claim of any other shape counts as missing.
 */
export function isStrongEnough(claims: Claims, required: readonly RequiredClaim[]): boolean {
  return (
    required.length > 0 &&
    required.every(({ claim, values }) => valuesOf(claims, claim).some((value) => values.includes(value)))
  )
}

function valuesOf(claims: Claims, name: string): readonly string[] {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  return list.filter((one) => typeof one === 'string')
}

/** The parameters that ask the provider for what `isStrongEnough` will look for. */
export function strengthParameters(required: readonly RequiredClaim[]): Readonly<Record<string, string>> {
  const acr = required.find(({ claim }) => claim === 'acr')
  const named = required.filter(({ claim }) => claim !== 'acr' && claim !== 'amr')
  const idToken = Object.fromEntries(named.map(({ claim, values }) => [claim, essential(values)]))
  return {
    ...(acr === undefined ? {} : { acr_values: acr.values.join(' ') }),
    ...(named.length === 0 ? {} : { claims: JSON.stringify({ id_token: idToken }) }),
  }
}

function essential(values: readonly string[]) {
  return values.length === 1 ? { essential: true, value: values[0] } : { essential: true, values }
}
