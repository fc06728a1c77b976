import { Invalid } from '../../errors.ts'

/** Lets a few pieces of work go on at once and some wait for their turn, first come first served. */
export class Turns {
  private working = 0
  private readonly waiting: (() => void)[] = []

  constructor(
    private readonly atOnce: number,
    private readonly mayWait: number,
  ) {}

  /** @throws Invalid too many wait already */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.working >= this.atOnce) await this.wait()
    else this.working++
    try {
      return await work()
    } finally {
      this.pass()
    }
  }

  private wait(): Promise<void> {
    if (this.waiting.length >= this.mayWait)
      throw new Invalid(
        `${this.working + this.waiting.length} files are being read already. Nothing was kept of this one: send it again in a minute.`,
      )
    return new Promise((resolve) => this.waiting.push(resolve))
  }

  /** To the next who waits; the place stays taken then. */
  private pass(): void {
    const next = this.waiting.shift()
    if (next === undefined) this.working--
    else next()
  }
}
