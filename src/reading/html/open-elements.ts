/**
 * The elements that are open, outermost first, with a way to the innermost one of a name that takes the same time at
 * every depth: a page of 100,000 nested elements costs no more than one of flat paragraphs.
 */
export class OpenElements<T extends { readonly name: string }> {
  private readonly stack: T[] = []
  private readonly places = new Map<string, number[]>()

  get top(): T | undefined {
    return this.stack.at(-1)
  }

  get depth(): number {
    return this.stack.length
  }

  at(place: number): T | undefined {
    return this.stack[place]
  }

  push(element: T): void {
    const places = this.places.get(element.name)
    if (places) places.push(this.stack.length)
    else this.places.set(element.name, [this.stack.length])
    this.stack.push(element)
  }

  pop(): T | undefined {
    const element = this.stack.pop()
    if (element && this.place(element.name) === this.stack.length) this.forget(element.name)
    return element
  }

  /** Takes the innermost element of this name as ended, though blocks inside it are still open. */
  forget(name: string): void {
    this.places.get(name)?.pop()
  }

  /** Where the innermost element of this name stands, -1 when none is open. */
  place(name: string): number {
    return this.places.get(name)?.at(-1) ?? -1
  }

  /** Where the innermost element of any of these names stands, -1 when none is open. */
  innermost(names: readonly string[]): number {
    let place = -1
    for (const name of names) place = Math.max(place, this.place(name))
    return place
  }
}
