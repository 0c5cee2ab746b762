/** From now on, what ends this program early is said in its own words, without a stack. */
export function speakPlainly(): void {
  process.on('uncaughtException', (error) => {
    process.stderr.write(`\n${error.message}\n`)
    process.exit(1)
  })
}
