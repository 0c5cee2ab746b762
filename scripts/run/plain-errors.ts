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
    return `The database did not do what was asked (DATABASE_URL says which it is): ${last.trim()}`
  }
  const several = error instanceof AggregateError ? error.errors.map((one) => String(one)) : []
  return [error.message, ...several].find((words) => words !== '') ?? error.name
}
