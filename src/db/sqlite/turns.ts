/** Ends a turn. Calling it twice does nothing. */
export type EndTurn = () => void

/** Lets one holder in at a time, first come, first served. */
export class Turns {
  #last: Promise<void> = Promise.resolve()

  /** Resolves when every earlier turn has ended, with the function that ends this one. */
  async take(): Promise<EndTurn> {
    const before = this.#last
    let end: EndTurn = () => undefined
    this.#last = new Promise((resolve) => {
      end = resolve
    })
    await before
    return end
  }

  /** Runs `work` as one turn. */
  async run<T>(work: () => T | Promise<T>): Promise<T> {
    const end = await this.take()
    try {
      return await work()
    } finally {
      end()
    }
  }
}
