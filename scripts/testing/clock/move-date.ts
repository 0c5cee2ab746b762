/**
 * Has everything in this process that asks for the time now hear it so many milliseconds `ahead` of the machine's. Times that are written out stay
 * what they are, and so do timers.
 */
export function moveDate(ahead: () => number): void {
  const real = Date
  const now = () => real.now() + ahead()
  globalThis.Date = new Proxy(real, {
    construct: (target, given: unknown[], made) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, made) as Date,
    apply: () => new real(now()).toString(),
    get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
  })
}
