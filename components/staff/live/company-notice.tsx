import { WithName } from '@/components/staff/with-name'
import type { Companion } from '@/components/staff/live/use-company'

/** Each with `{name}` in it. */
export interface CompanyWords {
  readonly open: string
  readonly writing: string
  readonly both: string
}

interface Props {
  readonly others: readonly Companion[]
  /** Words are typed here that are not sent. */
  readonly writes: boolean
  readonly words: CompanyWords
}

/** Who else has a case open, and who writes: a warning where somebody writes here too. */
export function CompanyNotice({ others, writes, words }: Props) {
  const warns = writes && others.some(({ writing }) => writing)
  const shown = others.length > 0
  return (
    <div
      role="status"
      data-company={shown ? (warns ? 'both' : 'others') : undefined}
      className={shown ? `notice mb-3 py-2 ${warns ? 'tone-warn font-bold' : ''}` : 'sr-only'}
    >
      {others.map(({ name, writing }, place) => (
        <p key={`${name}-${String(place)}`}>
          <WithName
            name={name}
            say={(put) => wordsFor(writing, writes, words).replace('{name}', () => put)}
          />
        </p>
      ))}
    </div>
  )
}

function wordsFor(writing: boolean, writes: boolean, { open, writing: one, both }: CompanyWords): string {
  if (!writing) return open
  return writes ? both : one
}
