/** From now on, what ends this program early is said in its own words, without a stack. */
export function speakPlainly(): void {
  process.on('uncaughtException', (error) => {
    process.stderr.write(`\n${wordsOf(error)}\n`)
    process.exit(1)
  })
}

/** What an error says. Of one about the database only what it comes to, which stands last, after the code that asked. */
export function wordsOf(error: Error): string {
  if (error.name.startsWith('PrismaClient')) {
    const [last = ''] = error.message.trim().split('\n').slice(-1)
    const words = isTooSlow(error)
      ? 'The database took too long: this machine, or its own, may have much else to do. What was finished before is kept, so try again'
      : 'The database did not do what was asked (it is the one that DATABASE_URL names, or else our own)'
    return `${words}: ${last.trim()}`
  }
  const several = error instanceof AggregateError ? error.errors.map((one) => String(one)) : []
  return [error.message, ...several].find((words) => words !== '') ?? error.name
}

/** Prisma's codes for a transaction that could not begin or end in its time, and for a wait for a connection or an answer that was too long. */
const tooSlow: readonly unknown[] = ['P2028', 'P2024', 'P1008']

function isTooSlow(error: Error): boolean {
  return 'code' in error && tooSlow.includes(error.code)
}
