import { contextOf, isScientific, type CueContext } from './cue-context.ts'
import type { TokenRun } from './found.ts'
import { looseness } from './looseness.ts'
import { loadModel } from './phrase-model.ts'
import type { Tokens } from './tokens.ts'

/** What readers call uncertain for any reason, loose words included, and what leaves the statement itself uncertain. */
const anyUncertainty = loadModel('contextual-weights.json')
const semanticUncertainty = loadModel('semantic-weights.json')

/**
 * What a phrase is in its place. `semantic`: the statement may not be so (may, allegedly, if); `discourse`: the words are
 * loose (often, many, one of the best) and the statement is not thereby uncertain. Terms of Vincze 2013.
 */
export type Judgement = 'semantic' | 'discourse' | 'no cue'

/** Judges the phrases of one sentence. What it knows of the whole sentence it finds out when it first needs it. */
export class CueJudge {
  private scientific: boolean | null = null
  private lean: number | null = null
  private hasCue = false

  constructor(private readonly tokens: Tokens) {}

  /** A phrase that is not `contextual` is a cue wherever it stands, and semantic unless the model knows better. */
  judge({ from, to }: TokenRun, notation: string, contextual: boolean): Judgement {
    this.scientific ??= isScientific(this.tokens)
    const context = contextOf(this.tokens, from, to, this.scientific)
    const semantic = semanticUncertainty.margin(notation, context)
    if (semantic === null ? !contextual : semantic >= 0) return this.found('semantic')
    return !contextual || this.isLoose(notation, context) ? this.found('discourse') : 'no cue'
  }

  private found(judgement: Judgement): Judgement {
    this.hasCue = true
    return judgement
  }

  /** Where the sentence has a cue already, that is what its words lean to: they speak for no further one. */
  private isLoose(notation: string, context: CueContext): boolean {
    const margin = anyUncertainty.margin(notation, context)
    if (margin === null) return false
    if (context.scientific) return margin >= 0
    this.lean ??= looseness(this.tokens)
    return margin + (this.hasCue ? Math.min(0, this.lean) : this.lean) >= 0
  }
}
