import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'

interface Health {
  readonly chain: string
  readonly rows: number
  readonly hash: string
  readonly linkedAt: Date
  readonly checkpoint: { readonly rows: number; readonly linkedAt: Date } | null
}

interface ChainProps {
  readonly health: Health
  /** Whether checkpoints are kept anywhere that could be looked at. */
  readonly isKept: boolean
  readonly clock: Clock
}

/** One chain of the log: where it ends, and up to where a signed checkpoint is kept outside. */
export function ChainHealth({ health, isKept, clock }: ChainProps) {
  const { t } = clock
  const { chain, rows, hash, linkedAt, checkpoint } = health
  const title = `chain-${chain}`
  return (
    <section className="card" aria-labelledby={title} data-chain={chain}>
      <h2 id={title} className="mb-1 text-lg">
        {t(`oversight.health.chain.${chain}`)}
      </h2>
      <p>{t('oversight.health.ends', { rows, at: saidTime(linkedAt, clock) })}</p>
      <p className="text-sm text-ink-soft">
        {t('oversight.health.hash')} <code className="wrap-anywhere">{hash}</code>
      </p>
      {isKept ? (
        <p className="mt-2">
          {checkpoint === null
            ? t('oversight.health.noCheckpoint')
            : t('oversight.health.checkpoint', {
                rows: checkpoint.rows,
                at: saidTime(checkpoint.linkedAt, clock),
                behind: Math.max(0, rows - checkpoint.rows),
              })}
        </p>
      ) : null}
    </section>
  )
}

interface Found {
  readonly at: Date
  readonly rows: number
  readonly faults: number
  readonly checkpoints: number
  readonly refused: number
}

/** What the last check of all of the log found, and when that was. */
export function Verified({ verified, clock }: { readonly verified: Found | null; readonly clock: Clock }) {
  const { t } = clock
  if (verified === null)
    return <p className="notice tone-warn mb-4 max-w-measure">{t('oversight.health.neverVerified')}</p>
  const { at, rows, faults, checkpoints, refused } = verified
  const found = foundBy(verified)
  return (
    <div className={`notice mb-4 max-w-measure ${tones[found].notice}`} data-found={found}>
      <p className={`font-bold ${tones[found].title}`}>{t(`oversight.health.${found}`)}</p>
      <p>{t('oversight.health.verified', { at: saidTime(at, clock), rows, checkpoints })}</p>
      {found === 'altered' ? <p>{t('oversight.health.what', { faults, refused })}</p> : null}
    </div>
  )
}

const tones = {
  sound: { notice: 'tone-good', title: 'text-good' },
  unheld: { notice: 'tone-warn', title: '' },
  altered: { notice: 'tone-danger', title: 'text-danger' },
} as const

/** Rows that agree with each other alone are no proof: somebody may have cut off their end, or written all of them anew. */
function foundBy({ faults, refused, checkpoints }: Found): keyof typeof tones {
  if (faults > 0 || refused > 0) return 'altered'
  return checkpoints === 0 ? 'unheld' : 'sound'
}
