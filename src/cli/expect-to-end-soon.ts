import { setFlagsFromString } from 'node:v8'

/**
 * Bytes of bytecode that a function runs before V8 thinks of optimising it; its own default is about 135,000.
 * Measured on 1 MB documents with Node 20: 135,000 took 2.2 s of CPU time, 300,000 1.6 s, 600,000 1.4 s, 1,200,000 1.5 s.
 */
const INTERRUPT_BUDGET = 600_000

/** The first V8 with a cheaper tier between its interpreter and its full optimiser; it has no such budget any more. */
const V8_WITH_MAGLEV = 12

/**
 * For a command that reads one file and ends: most of what V8 would optimise meanwhile is over before it pays. Patterns,
 * which it would compile for its interpreter first and once more for the processor, nearly all run often: a tenth of the
 * time of real documents.
 */
export function expectToEndSoon(): void {
  setFlagsFromString('--no-regexp-tier-up')
  if (Number.parseInt(process.versions.v8) >= V8_WITH_MAGLEV) return
  setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`)
}
